package dev.breakwater.central.reporting;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Adds to the files of a report what proves them, such as a signed manifest. */
public interface ReportSeal {

    /** A file that lies beside the report. */
    record Seal(String name, String mediaType, byte[] bytes) {}

    /**
     * What the cover of a report says of its proof.
     *
     * @return name → value, in this order
     */
    default List<Map.Entry<String, String>> facts() {
        return List.of();
    }

    /**
     * Called once all forms of a report are written, within their snapshot, which is read-only: what has to be written takes a
     * transaction of its own. Failing, it fails the attempt; it is called again with the next.
     *
     * @param files of all forms
     */
    List<Seal> seal(ReportContext context, List<RenderedFile> files) throws IOException;
}
