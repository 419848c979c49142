package dev.breakwater.central.reporting;

import java.io.IOException;
import java.io.OutputStream;

/** Writes reports in one form. A form more is one bean more. */
public interface ReportRenderer {

    ReportFormat format();

    /**
     * Writes a report. Called within the snapshot of the context; a stream that takes no more (its file would be too large)
     * throws, and so does one whose job was cancelled.
     */
    void render(ReportContext context, OutputStream out) throws IOException;
}
