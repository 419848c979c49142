package dev.breakwater.cli.image;

import dev.breakwater.cli.report.Shown;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.vulnerability.Match;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML: a case for each vulnerability and secret, which failed where the command fails for it and passed where it lies below its
 * threshold; an error for what could not be read, one skipped for what is undecided or no feed speaks of.
 */
final class ImageJUnit {

    private ImageJUnit() {}

    static void write(Findings findings, Verdict verdict, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            List<Case> cases = cases(findings, verdict);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", verdict.command());
            xml.writeAttribute("tests", String.valueOf(cases.size()));
            xml.writeAttribute("failures", count(cases, Outcome.FAILURE));
            xml.writeAttribute("errors", count(cases, Outcome.ERROR));
            xml.writeAttribute("skipped", count(cases, Outcome.SKIPPED));
            for (Case one : cases) {
                write(one, xml);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        out.append(text.getBuffer()).append('\n');
    }

    private enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    /** @param type of a failure or an error, empty = none */
    private record Case(String classname, String name, Outcome outcome, String type, String message) {}

    private static String count(List<Case> cases, Outcome outcome) {
        return String.valueOf(
                cases.stream().filter(one -> one.outcome == outcome).count());
    }

    private static List<Case> cases(Findings findings, Verdict verdict) {
        List<Case> cases = new ArrayList<>();
        findings.matches().forEach(match -> cases.add(vulnerability(match, verdict)));
        for (FoundSecret secret : findings.contents().secrets()) {
            cases.add(new Case(
                    secret.rule(),
                    secret.path() + ":" + secret.line(),
                    verdict.failsForSecrets() ? Outcome.FAILURE : Outcome.PASSED,
                    ImageFormat.SECRET.name(),
                    secret.title() + " " + secret.redacted()));
        }
        for (Unread unread : findings.contents().incomplete()) {
            cases.add(new Case(
                    "reading", unread.where(), Outcome.ERROR, "UNREAD", unread.where() + " " + unread.reason()));
        }
        for (String unknown : findings.unknowns()) {
            cases.add(new Case(
                    "feeds",
                    "packages of which no feed speaks that is new enough",
                    Outcome.SKIPPED,
                    "",
                    "unknown: " + unknown));
        }
        return cases;
    }

    private static Case vulnerability(Match match, Verdict verdict) {
        String installed = match.installed().name() + " " + match.installed().version();
        if (!match.isCertain()) {
            return new Case(match.id(), installed, Outcome.SKIPPED, "", "undecided: " + match.undecided());
        }
        return new Case(
                match.id(),
                installed,
                verdict.fails().test(match) ? Outcome.FAILURE : Outcome.PASSED,
                match.severity().name(),
                match.id() + " in " + installed
                        + (match.fixedVersion().isEmpty() ? "" : ", fixed in " + match.fixedVersion()));
    }

    private static void write(Case one, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", Shown.text(one.classname));
        xml.writeAttribute("name", Shown.text(one.name));
        if (one.outcome == Outcome.PASSED) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(Shown.text(one.type.toLowerCase(Locale.ROOT) + ": " + one.message));
            xml.writeEndElement();
        } else {
            xml.writeEmptyElement(one.outcome.name().toLowerCase(Locale.ROOT));
            if (!one.type.isEmpty()) {
                xml.writeAttribute("type", one.type);
            }
            xml.writeAttribute("message", Shown.text(one.message));
        }
        xml.writeEndElement();
    }
}
