package dev.breakwater.scanner.vex;

import dev.breakwater.engine.vulnerability.vex.VexDocument;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes VEX documents. The same document gives the same bytes, and is equal when it is read back. */
public final class VexWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private VexWriter() {}

    /**
     * Writes a document.
     *
     * @param document with an instant; formats ask for one
     * @param to is flushed and not closed
     */
    public static void write(VexFormat format, VexDocument document, OutputStream to) throws IOException {
        ObjectNode written = switch (format) {
            case OPENVEX -> OpenVexWriter.document(document);
            case CYCLONEDX -> CycloneDxVexWriter.document(document);
            case CSAF -> CsafWriter.document(document);
        };
        to.write(JSON.writeValueAsBytes(written));
        to.write('\n');
        to.flush();
    }
}
