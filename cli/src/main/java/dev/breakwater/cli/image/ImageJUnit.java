package dev.breakwater.cli.image;

import dev.breakwater.cli.report.Shown;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.vulnerability.Match;
import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML: a failure for each vulnerability and secret, an error for what could not be read, one skipped for what no feed speaks of. */
final class ImageJUnit {

    private ImageJUnit() {}

    static void write(Findings findings, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            int failures =
                    findings.matches().size() + findings.contents().secrets().size();
            int errors = findings.contents().incomplete().size();
            int skipped = findings.unknowns().size();
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "bwctl image check");
            xml.writeAttribute("tests", String.valueOf(failures + errors + skipped));
            xml.writeAttribute("failures", String.valueOf(failures));
            xml.writeAttribute("errors", String.valueOf(errors));
            xml.writeAttribute("skipped", String.valueOf(skipped));
            for (Match match : findings.matches()) {
                String installed =
                        match.installed().name() + " " + match.installed().version();
                testcase(
                        xml,
                        match.id(),
                        installed,
                        "failure",
                        match.severity().name(),
                        match.id() + " in " + installed
                                + (match.fixedVersion().isEmpty() ? "" : ", fixed in " + match.fixedVersion()));
            }
            for (FoundSecret secret : findings.contents().secrets()) {
                testcase(
                        xml,
                        secret.rule(),
                        secret.path() + ":" + secret.line(),
                        "failure",
                        ImageFormat.SECRET.name(),
                        secret.title() + " " + secret.redacted());
            }
            for (Unread unread : findings.contents().incomplete()) {
                testcase(xml, "reading", unread.where(), "error", "UNREAD", unread.where() + " " + unread.reason());
            }
            for (String unknown : findings.unknowns()) {
                testcase(
                        xml,
                        "feeds",
                        "packages of which no feed speaks that is new enough",
                        "skipped",
                        "",
                        "unknown: " + unknown);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.append(text.getBuffer()).append('\n');
    }

    private static void testcase(
            XMLStreamWriter xml, String classname, String name, String outcome, String type, String message)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", Shown.text(classname));
        xml.writeAttribute("name", Shown.text(name));
        xml.writeEmptyElement(outcome);
        if (!type.isEmpty()) {
            xml.writeAttribute("type", type);
        }
        xml.writeAttribute("message", Shown.text(message));
        xml.writeEndElement();
    }
}
