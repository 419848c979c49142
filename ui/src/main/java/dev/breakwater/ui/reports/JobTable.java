package dev.breakwater.ui.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** What was made, with its files, and what can be done about it. */
final class JobTable {

    private final ReportJobs jobs;
    private final JobFiles links;
    private final TimeWords times;
    private final boolean mayChange;
    private final Runnable changed;

    JobTable(ReportJobs jobs, JobFiles links, TimeWords times, boolean mayChange, Runnable changed) {
        this.jobs = jobs;
        this.links = links;
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
                            name(job),
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

    private static Anchor name(ReportJob job) {
        Anchor name = Markup.link(ReportsNavigation.job(job.id()), job.name());
        name.addClassNames("bw-name", "bw-wrap-anywhere");
        return name;
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
        job.files().stream()
                .filter(file -> file.format() != null)
                .forEach(file -> files.add(links.link(job, file, ReportWords.file(file))));
        if (JobFiles.areSigned(job)) {
            files.add(links.signed(job));
        }
        if (job.state() == ReportJob.State.DONE && job.files().isEmpty()) {
            files.add(Markup.text("bw-meta", "expired"));
        }
        return files;
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
        if (mayChange && !job.ended()) {
            actions.add(button("Cancel", job, () -> jobs.cancel(job.id())));
        } else if (mayChange && ReportWords.mayBeTriedAgain(job)) {
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
