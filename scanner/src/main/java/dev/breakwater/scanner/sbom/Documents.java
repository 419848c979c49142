package dev.breakwater.scanner.sbom;

import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Reasons;
import dev.breakwater.scanner.structured.Structured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import tools.jackson.core.JacksonException;

/**
 * Reads what others know of an image, its format found by its content: CycloneDX 1.2–1.7 (JSON, XML), SPDX 2.2–2.3 (JSON,
 * tag-value) and 3.0 (JSON-LD), Trivy and Grype JSON, Clair v4 reports.
 */
public final class Documents {

    /** The largest document that is taken, in bytes. */
    public static final int LARGEST = 64 << 20;

    private Documents() {}

    /**
     * The document as a report.
     *
     * @param from is read to its end and not closed
     * @throws UnreadableDocument if it is none of the formats, damaged, or too large; the message names field and value
     */
    public static ForeignReport read(InputStream from) throws IOException {
        byte[] document = from.readNBytes(LARGEST + 1);
        if (document.length > LARGEST) {
            throw new UnreadableDocument(
                    "", "The document is larger than the " + (LARGEST >> 20) + " MiB that are taken");
        }
        return read(document);
    }

    /** The same of a document in memory. */
    public static ForeignReport read(byte[] document) throws UnreadableDocument {
        try {
            return reader(document);
        } catch (UnreadableDocument known) {
            throw known;
        } catch (JacksonException damaged) {
            throw new UnreadableDocument("", "The document is damaged: " + Reasons.of(damaged));
        } catch (XMLStreamException damaged) {
            throw new UnreadableDocument(
                    "",
                    "The document is not valid XML (line "
                            + (damaged.getLocation() == null
                                    ? 0
                                    : damaged.getLocation().getLineNumber()) + ")");
        } catch (UnreadableEntry damaged) {
            throw new UnreadableDocument("", "The document " + damaged.getMessage());
        } catch (IOException impossible) {
            throw new UnreadableDocument("", "The document could not be read");
        }
    }

    private static ForeignReport reader(byte[] document) throws IOException, XMLStreamException {
        return switch (firstCharacter(document)) {
            case '{' -> json(document);
            case '<' -> new CycloneDxReader(CycloneDxXml.fields(document)).read();
            case 'S' -> new SpdxReader(SpdxTagValue.fields(document)).read();
            default -> throw unknown();
        };
    }

    private static ForeignReport json(byte[] document) throws IOException {
        Map<String, String> names = Structured.names(new ByteArrayInputStream(document));
        FieldSource fields = FieldSource.json(document);
        if ("CycloneDX".equals(names.get("bomFormat"))) {
            return new CycloneDxReader(fields).read();
        }
        if (names.containsKey("spdxVersion")) {
            return new SpdxReader(fields).read();
        }
        if (names.containsKey("@graph")) {
            return new Spdx3Reader(fields).read();
        }
        if (names.containsKey("Results") || names.containsKey("ArtifactName") && names.containsKey("SchemaVersion")) {
            return new TrivyReader(fields).read();
        }
        if (names.containsKey("matches") && names.containsKey("descriptor")) {
            return new GrypeReader(fields).read();
        }
        if (names.containsKey("manifest_hash") && names.containsKey("package_vulnerabilities")) {
            return new ClairReader(fields).read();
        }
        throw unknown();
    }

    private static UnreadableDocument unknown() {
        return new UnreadableDocument(
                "",
                "The document is none that is known; allowed: CycloneDX 1.2–1.7 (JSON, XML), SPDX 2.2, 2.3 (JSON, tag-value)"
                        + " and 3.0 (JSON), Trivy JSON, Grype JSON, Clair v4 JSON");
    }

    private static char firstCharacter(byte[] document) {
        String head = new String(document, 0, Math.min(document.length, 4096), StandardCharsets.UTF_8);
        return head.codePoints()
                .filter(each -> !Character.isWhitespace(each) && each != 0xFEFF)
                .mapToObj(each -> each < 0x80 ? (char) each : '\0')
                .findFirst()
                .orElse('\0');
    }
}
