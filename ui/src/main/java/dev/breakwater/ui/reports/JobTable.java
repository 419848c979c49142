package dev.breakwater.ui.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.central.reporting.SealedReports;
import dev.breakwater.seal.Manifest;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** What was made, with its files, and what can be done about it. */
final class JobTable {

    private final ReportJobs jobs;
    private final SealedReports sealed;
    private final Readers readers;
    private final TimeWords times;
    private final boolean mayChange;
    private final Runnable changed;

    JobTable(
            ReportJobs jobs,
            SealedReports sealed,
            Readers readers,
            TimeWords times,
            boolean mayChange,
            Runnable changed) {
        this.jobs = jobs;
        this.sealed = sealed;
        this.readers = readers;
        this.times = times;
        this.mayChange = mayChange;
        this.changed = changed;
    }

    FactTable of(List<ReportJob> made) {
        FactTable table = new FactTable(
                "What was made", List.of("Report", "How far", "Data as of", "Files", "Sent", "What to do"));
        for (ReportJob job : made) {
            table.row(
                    Markup.box(
                            "",
                            Markup.text("bw-name bw-wrap-anywhere", job.name()),
                            Markup.box(
                                    "bw-meta",
                                    Markup.text("", job.dueAt() == null ? "for " + job.askedBy() : "by its schedule"))),
                    state(job),
                    Markup.text("bw-second", job.dataAsOf() == null ? "" : times.minute(job.dataAsOf())),
                    files(job),
                    sent(job),
                    actions(job));
        }
        return table;
    }

    /** How far it is, with the reason where it did not work. */
    Component state(ReportJob job) {
        Div state = Markup.box("", Markup.text("", ReportWords.state(job, times)));
        if (job.state() == ReportJob.State.RUNNING) {
            ProgressBar bar = new ProgressBar(0, 100, job.progress());
            bar.getElement().setAttribute("aria-label", "Progress of " + job.name());
            state.add(bar);
        }
        if (!job.reason().isEmpty()) {
            state.add(Markup.box("bw-meta", Markup.text("bw-wrap-anywhere", job.reason())));
        }
        return state;
    }

    Component files(ReportJob job) {
        Div files = Markup.box("bw-tags");
        job.files().stream().filter(file -> file.format() != null).forEach(file -> files.add(link(job, file)));
        if (job.files().stream().anyMatch(file -> file.name().equals(Manifest.NAME))) {
            files.add(signed(job));
        }
        if (job.state() == ReportJob.State.DONE && job.files().isEmpty()) {
            files.add(Markup.text("bw-meta", "expired"));
        }
        return files;
    }

    private Anchor link(ReportJob job, ReportFile file) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    RenderedFile rendered = jobs.file(job.id(), file.name(), readers.scope());
                    return new DownloadResponse(rendered.open(), file.name(), file.mediaType(), file.size());
                }),
                ReportWords.file(file));
        link.addClassName("bw-tag");
        link.getElement().setAttribute("title", "SHA-256 " + file.sha256());
        link.setAriaLabel("Download " + file.name());
        return link;
    }

    /** All of it with what proves it. */
    private Anchor signed(ReportJob job) {
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

    private static Component sent(ReportJob job) {
        Div sent = Markup.box("");
        job.deliveries()
                .forEach(
                        one -> sent.add(Markup.box("bw-meta", Markup.text("bw-wrap-anywhere", ReportWords.sent(one)))));
        return sent;
    }

    private Component actions(ReportJob job) {
        Div actions = Markup.box("bw-row-actions");
        boolean lost = job.deliveries().stream().anyMatch(one -> one.state().equals("DEAD"));
        if (mayChange && !job.ended()) {
            actions.add(button("Cancel", job, () -> jobs.cancel(job.id())));
        } else if (mayChange && (job.state() != ReportJob.State.DONE || lost)) {
            actions.add(button("Try again", job, () -> jobs.retry(job.id())));
        }
        return actions;
    }

    private Button button(String words, ReportJob job, Runnable action) {
        Button button = new Button(words, event -> {
            action.run();
            changed.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words + ": " + job.name());
        return button;
    }
}
