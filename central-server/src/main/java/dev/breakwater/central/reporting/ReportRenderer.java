package dev.breakwater.central.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes reports in one form. A form more is one bean more. */
public interface ReportRenderer {

    ReportFormat format();

    /**
     * Writes a report. Called within the snapshot of the context; a stream that takes no more (its file would be too large)
     * throws, and so does one whose job was cancelled.
     */
    void render(ReportContext context, OutputStream out) throws IOException;

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Files of the same form that lie beside it, for what does not fit into one, by name; likewise within the snapshot. */
    default Map<String, Content> beside(ReportContext context) {
        return Map.of();
    }
}
