package dev.breakwater.central.reporting;

import java.io.IOException;
import java.io.InputStream;

/** A file that was made, with its bytes. */
public interface RenderedFile {

    ReportFile file();

    /** Its bytes from the start; may be called more than once. */
    InputStream open() throws IOException;
}
