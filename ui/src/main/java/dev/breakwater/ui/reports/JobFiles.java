package dev.breakwater.ui.reports;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.central.reporting.SealedReports;
import dev.breakwater.seal.Manifest;

/** Links that hand out the files of a job, with the rights of whoever follows them. */
final class JobFiles {

    private final ReportJobs jobs;
    private final SealedReports sealed;
    private final Readers readers;

    JobFiles(ReportJobs jobs, SealedReports sealed, Readers readers) {
        this.jobs = jobs;
        this.sealed = sealed;
        this.readers = readers;
    }

    /** One file. */
    Anchor link(ReportJob job, ReportFile file, String words) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    RenderedFile rendered = jobs.file(job.id(), file.name(), readers.scope());
                    return new DownloadResponse(rendered.open(), file.name(), file.mediaType(), file.size());
                }),
                words);
        link.addClassName("bw-tag");
        link.getElement().setAttribute("title", "SHA-256 " + file.sha256());
        link.setAriaLabel("Download " + file.name());
        return link;
    }

    /** Whether there is something to prove them by. */
    static boolean areSigned(ReportJob job) {
        return job.files().stream().anyMatch(file -> file.name().equals(Manifest.NAME));
    }

    /** All of it with what proves it. */
    Anchor signed(ReportJob job) {
        Anchor link = new Anchor(
                event -> {
                    SealedReports.Bundle bundle = sealed.bundle(job.id(), readers.scope());
                    event.setFileName(bundle.name());
                    event.setContentType("application/zip");
                    bundle.content().to(event.getOutputStream());
                },
                "all, signed");
        link.addClassName("bw-tag");
        link.getElement().setAttribute("title", "One file for bwctl report verify FILE --key FINGERPRINT");
        link.setAriaLabel("Download all files of " + job.name() + ", signed");
        return link;
    }
}
