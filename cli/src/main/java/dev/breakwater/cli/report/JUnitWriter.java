package dev.breakwater.cli.report;

import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Proof;
import dev.breakwater.manifests.check.Report.Subject;
import dev.breakwater.manifests.check.Report.Unknown;
import dev.breakwater.manifests.check.Report.Unreadable;
import dev.breakwater.manifests.check.Rule;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML. A case for each policy on each object that it fires on (a failure) or cannot judge (skipped), and one for each
 * thing that could not be read (an error), so that a pipeline counts none of them as passed.
 */
final class JUnitWriter implements Format.Writer {

    @Override
    public void write(Report report, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            List<Finding> fresh = report.findings().stream()
                    .filter(finding -> !finding.known())
                    .toList();
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "bwctl check");
            xml.writeAttribute(
                    "tests",
                    String.valueOf(fresh.size()
                            + report.unknown().size()
                            + report.unreadable().size()));
            xml.writeAttribute("failures", String.valueOf(fresh.size()));
            xml.writeAttribute("errors", String.valueOf(report.unreadable().size()));
            xml.writeAttribute("skipped", String.valueOf(report.unknown().size()));
            for (Finding finding : fresh) {
                start(xml, finding.policy(), finding.object(), finding.line());
                xml.writeStartElement("failure");
                xml.writeAttribute("type", finding.severity().name());
                xml.writeAttribute("message", Shown.text(finding.message()));
                xml.writeCharacters(Shown.lines(details(finding)));
                xml.writeEndElement();
                xml.writeEndElement();
            }
            for (Unknown unknown : report.unknown()) {
                start(xml, unknown.policy(), unknown.object(), unknown.object().line());
                xml.writeEmptyElement("skipped");
                xml.writeAttribute(
                        "message",
                        Shown.text("unknown: "
                                + unknown.missing().stream()
                                        .map(Report.Missing::detail)
                                        .distinct()
                                        .collect(Collectors.joining(" "))));
                xml.writeEndElement();
            }
            for (Unreadable unreadable : report.unreadable()) {
                xml.writeStartElement("testcase");
                xml.writeAttribute("classname", "reading");
                xml.writeAttribute("name", Shown.text(unreadable.file()));
                xml.writeEmptyElement("error");
                xml.writeAttribute("message", Shown.text(unreadable.toString()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.append(text.toString()).append('\n');
    }

    private static void start(XMLStreamWriter xml, Rule policy, Subject object, int line) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", Shown.text(policy.name()));
        xml.writeAttribute("name", Shown.text(object.toString()));
        xml.writeAttribute("file", Shown.text(object.file()));
        xml.writeAttribute("line", String.valueOf(line));
    }

    private static String details(Finding finding) {
        return finding.evidence().stream()
                        .map(Proof::message)
                        .distinct()
                        .map(message -> message + "\n")
                        .collect(Collectors.joining())
                + finding.object().file() + ":" + finding.line() + "\n"
                + finding.policy().remediation() + "\n";
    }
}
