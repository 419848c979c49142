package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;

/** The figures of a preview, or how far it is. */
final class PreviewFigures extends Div {

    private final PreviewRun run;

    PreviewFigures(PreviewRun run) {
        this.run = run;
        addClassName("bw-ed-figures-box");
        getElement().setAttribute("role", "status");
        show();
    }

    void show() {
        removeAll();
        DryRunReport report = run.report();
        if (run.state() == PreviewRun.State.RUNNING) {
            ProgressBar bar = new ProgressBar();
            bar.setValue(run.progress());
            bar.setIndeterminate(run.all() == 0);
            bar.getElement().setAttribute("aria-label", "Preview");
            add(
                    Markup.text(
                            "bw-meta",
                            run.all() == 0
                                    ? "Reading workloads"
                                    : Math.round(100 * run.progress()) + "\u00a0% of "
                                            + Counted.of(run.all(), "workload", "workloads")),
                    bar);
        } else if (run.state() == PreviewRun.State.FAILED) {
            add(Markup.text("bw-sight-bad", run.failure()));
        } else if (report != null) {
            figures(report);
        } else {
            add(Markup.text("bw-meta", "Says what would open and close, before anything is saved."));
        }
    }

    private void figures(DryRunReport report) {
        Div figures = Markup.box(
                "bw-ed-figures",
                figure(report.opens(), run.isAsIfOn() ? "would open, once on" : "would open"),
                figure(report.closes(), "would close"),
                figure(report.stays(), "stay open"),
                figure(report.unknown(), "unknown"));
        figures.setClassName("bw-ed-stale", !run.isFresh());
        add(figures);
        add(Markup.text("bw-meta", words(report)));
    }

    private String words(DryRunReport report) {
        StringBuilder words = new StringBuilder(run.isFresh() ? "Of " : "Before the last change, of ");
        words.append(Counted.of(report.workloads(), "workload", "workloads")).append('.');
        if (report.excluded() > 0) {
            words.append(' ').append(Counted.of(report.excluded(), "is", "are")).append(" excluded.");
        }
        if (report.accepted() > 0) {
            words.append(' ').append(Counted.of(report.accepted(), "is", "are")).append(" accepted.");
        }
        if (report.due() > 0) {
            words.append(' ')
                    .append(Counted.of(report.due(), "workload is", "workloads are"))
                    .append(" about to be judged anyway.");
        }
        return words.toString();
    }

    private static Div figure(int count, String words) {
        Span value = Markup.text("bw-ed-figure", Counted.number(count));
        value.setClassName("bw-none", count == 0);
        return Markup.box("bw-ed-figure-box", value, Markup.text("bw-meta", words));
    }
}
