package dev.breakwater.scanner.vex;

import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import dev.breakwater.scanner.structured.Reasons;
import dev.breakwater.scanner.structured.Structured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Reads VEX documents, their format found by their content: OpenVEX, CycloneDX with analyses (1.4 to 1.7), CSAF 2.0 and 2.1. */
public final class VexDocuments {

    /** The largest document that is taken, in bytes. */
    public static final int LARGEST = 32 << 20;

    /** Products over all statements. */
    static final int MOST_PRODUCTS = 500_000;

    /** Values of one field that are kept at once. */
    static final int OF_AN_ENTRY = 1_500_000;

    /** What was read. */
    public record Read(VexFormat format, VexDocument document) {}

    private VexDocuments() {}

    /**
     * The document.
     *
     * @param from is read to its end and not closed
     * @throws UnreadableDocument if it is none of the formats, damaged, or too large; the message names field and value
     */
    public static Read read(InputStream from) throws IOException {
        byte[] document = from.readNBytes(LARGEST + 1);
        if (document.length > LARGEST) {
            throw new UnreadableDocument(
                    "", "The document is larger than the " + (LARGEST >> 20) + " MiB that are taken");
        }
        try {
            return parsed(document);
        } catch (JacksonException damaged) {
            throw new UnreadableDocument("", "The document is damaged: " + Reasons.of(damaged));
        } catch (UnreadableEntry damaged) {
            throw new UnreadableDocument("", "The document " + damaged.getMessage());
        }
    }

    private static Read parsed(byte[] document) throws IOException {
        Map<String, String> names = Structured.names(new ByteArrayInputStream(document));
        if (names.getOrDefault("@context", "").startsWith("https://openvex.dev/ns")) {
            return new Read(VexFormat.OPENVEX, new OpenVexReader().read(document));
        }
        if ("CycloneDX".equals(names.get("bomFormat"))) {
            return new Read(VexFormat.CYCLONEDX, new CycloneDxVexReader().read(document));
        }
        if (names.containsKey("document") && names.containsKey("vulnerabilities")) {
            return new Read(VexFormat.CSAF, new CsafReader().read(document));
        }
        throw new UnreadableDocument(
                "",
                "The document is no VEX document that is known; allowed: OpenVEX, CycloneDX 1.4–1.7 (JSON), CSAF 2.0 and 2.1");
    }
}
