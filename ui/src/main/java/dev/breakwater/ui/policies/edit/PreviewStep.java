package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.central.detection.DryRunReport.Item;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Segments;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.risk.RiskNavigation;
import java.util.List;
import java.util.Locale;

/** What would change: the figures, the workloads by name with the reason, and the lines of the policy itself. */
final class PreviewStep extends Div {

    private static final int SHOWN = 100;

    /** What is listed. */
    enum Kind {
        OPENS,
        CLOSES,
        UNKNOWN
    }

    private final Desk desk;
    private final PreviewRun run;
    private final PreviewFigures figures;
    private final Button start =
            new Button("Run the preview", event -> event.getSource().getUI().ifPresent(this::start));
    private final Button cancel = new Button("Cancel");
    private final Div lists = Markup.box("bw-ed-preview-lists");
    private Kind kind = Kind.OPENS;
    private boolean chosen;

    PreviewStep(Desk desk, PreviewRun run) {
        this.desk = desk;
        this.run = run;
        this.figures = new PreviewFigures(run);
        addClassName("bw-ed-form");
        cancel.addClickListener(event -> run.cancel());
        add(Markup.box("bw-ed-choice", figures, Markup.box("bw-ed-preview-actions", start, cancel)));
        if (!desk.policy().stages().contains(Stage.DEPLOY)) {
            add(Markup.paragraph("It is not judged at deploy, so stored workloads say nothing of it."));
        }
        add(lists);
        StoredPolicy saved = desk.draft().saved();
        if (saved != null) {
            add(
                    Markup.subheading("What changes in the policy since version " + saved.version()),
                    DiffDialog.content(
                            "Version " + saved.version() + " and this draft", saved.policy(), desk.policy()));
        }
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!run.isFresh()
                && run.state() != PreviewRun.State.RUNNING
                && desk.draft().problems().isEmpty()) {
            run.start(event.getUI());
        }
    }

    private void start(com.vaadin.flow.component.UI ui) {
        run.start(ui);
    }

    /** Follows the run and the draft. */
    void show() {
        figures.show();
        boolean running = run.state() == PreviewRun.State.RUNNING;
        start.setVisible(!running);
        start.setEnabled(desk.draft().problems().isEmpty());
        start.setText(run.report() == null ? "Run the preview" : "Run it again");
        cancel.setVisible(running);
        lists.removeAll();
        DryRunReport report = run.report();
        if (report == null || running) {
            return;
        }
        if (!chosen) {
            kind = report.opens() > 0 || report.closes() + report.unknown() == 0
                    ? Kind.OPENS
                    : report.closes() > 0 ? Kind.CLOSES : Kind.UNKNOWN;
        }
        Segments<Kind> kinds =
                new Segments<>("What is listed", List.of(Kind.values()), one -> words(one, report), one -> {
                    kind = one;
                    chosen = true;
                    show();
                });
        kinds.press(List.of(kind));
        lists.add(kinds, list(report));
    }

    private static String words(Kind kind, DryRunReport report) {
        return switch (kind) {
            case OPENS -> "Opens " + Counted.number(report.opens());
            case CLOSES -> "Closes " + Counted.number(report.closes());
            case UNKNOWN -> "Unknown " + Counted.number(report.unknown());
        };
    }

    private Component list(DryRunReport report) {
        List<Item> items = switch (kind) {
            case OPENS -> report.opening();
            case CLOSES -> report.closing();
            case UNKNOWN -> report.unclear();
        };
        int count = switch (kind) {
            case OPENS -> report.opens();
            case CLOSES -> report.closes();
            case UNKNOWN -> report.unknown();
        };
        if (items.isEmpty()) {
            return Markup.paragraph(
                    switch (kind) {
                        case OPENS -> "No violation would open.";
                        case CLOSES -> "No violation would close.";
                        case UNKNOWN -> "It can be told for every workload.";
                    });
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("bw-ed-items");
        items.stream().limit(SHOWN).forEach(item -> list.add(item(item, report)));
        if (count > Math.min(SHOWN, items.size())) {
            list.add(Markup.item("and " + Counted.number(count - Math.min(SHOWN, items.size())) + " more"));
        }
        return list;
    }

    private ListItem item(Item item, DryRunReport report) {
        Span mark = Markup.text(
                "bw-sev bw-sev-"
                        + switch (kind) {
                            case OPENS -> SeverityMark.css(report.severity());
                            case CLOSES -> "pass";
                            case UNKNOWN -> "unknown";
                        },
                "");
        mark.add(kind == Kind.CLOSES ? Markup.icon("check") : Markup.text("bw-shape", ""));
        mark.add(Markup.text("", kind.name().toLowerCase(Locale.ROOT)));
        var link = Markup.link(RiskNavigation.of(item.workloadId()), item.workload());
        link.setTarget("_blank");
        Div where =
                Markup.box("bw-ed-item-name", link, Markup.text("bw-meta", item.namespace() + ", " + item.cluster()));
        return new ListItem(mark, where, Markup.text("bw-ed-item-why", item.message()));
    }
}
