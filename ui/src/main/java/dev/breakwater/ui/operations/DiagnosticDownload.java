package dev.breakwater.ui.operations;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.breakwater.central.operations.DiagnosticBundle;
import java.io.IOException;

/** The bundle as a download of the browser. */
@SpringComponent
class DiagnosticDownload {

    private final DiagnosticBundle bundle;

    DiagnosticDownload(DiagnosticBundle bundle) {
        this.bundle = bundle;
    }

    void write(DownloadEvent event) throws IOException {
        event.setContentType("application/zip");
        event.setFileName("breakwater-diagnostics.zip");
        bundle.write(event.getOutputStream());
    }
}
