package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.central.vulnerabilities.ExceptionRow.State;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TermSwitch;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people asked to have put off or held not to apply, and who decided. */
@Route(VulnerabilitiesNavigation.EXCEPTIONS)
@PageTitle("Exceptions · Breakwater")
@PermitAll
class ExceptionsView extends ListView<ExceptionRow> {

    private static final String WAITING = "state:requested";

    private final transient VulnerabilityDesk desk;
    private @Nullable TermSwitch states;

    ExceptionsView(ExceptionSource exceptions, VulnerabilityDesk desk) {
        super(
                exceptions,
                new ListPage(
                        VulnerabilitiesNavigation.EXCEPTIONS,
                        "Exceptions",
                        "Vulnerabilities that are put off or do not apply: one person asks, another decides.",
                        WAITING,
                        "-requestedAt"),
                desk.lists());
        this.desk = desk;
    }

    @Override
    protected Component[] tools() {
        return new Component[] {Markup.link(VulnerabilitiesNavigation.PATH, "Vulnerabilities")};
    }

    @Override
    protected Optional<Component> filterLead() {
        TermSwitch made = new TermSwitch(
                "Which exceptions",
                "state",
                List.of("requested", "approved", "denied", "ended"),
                () -> state().q(),
                filter -> filter(filter, true));
        states = made;
        return Optional.of(made);
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return List.of(
                new Decide(desk, Decide.What.APPROVE),
                new Decide(desk, Decide.What.DENY),
                new Decide(desk, Decide.What.END));
    }

    @Override
    protected void columns(DataGrid<ExceptionRow> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Vulnerability",
                                "<span class=\"bw-name\">${item.name}</span>",
                                Map.of("name", ExceptionRow::vulnerability)),
                        "vulnerability")
                .setWidth("140px")
                .setFlexGrow(1)
                .setRowHeader(true);
        grid.text("What", "", "104px", row -> ExceptionWords.kind(row.kind())).setFlexGrow(0);
        grid.text("Where", "", "150px", row -> ExceptionWords.place(row.place()))
                .setFlexGrow(2);
        grid.text("Reason", "", "150px", ExceptionRow::reason).setFlexGrow(3);
        grid.text("State", "", "84px", row -> ExceptionWords.state(row.state())).setFlexGrow(0);
        grid.text("Ends or ended", "endsAt", "244px", row -> ExceptionWords.end(row, times));
        grid.text("Asked by", "", "88px", ExceptionRow::requestedBy).setFlexGrow(0);
        grid.text("Asked", "requestedAt", "72px", row -> times.age(row.requestedAt()))
                .setFlexGrow(0);
        grid.text("Decided by", "", "96px", ExceptionRow::decidedBy).setFlexGrow(0);
    }

    @Override
    protected Component detail(Opened<ExceptionRow> opened) {
        ExceptionRow row = opened.row();
        TimeWords times = times();
        Div detail = Markup.box(
                "bw-detail",
                new DetailBar(
                        opened,
                        "exception",
                        (ExceptionRow other) -> open(other == null ? null : other.id()),
                        Markup.text("bw-meta", ExceptionWords.state(row.state()))),
                Markup.heading(ExceptionWords.sentence(row, times)),
                Markup.paragraph(row.reason()),
                Markup.box(
                        "bw-empty-actions",
                        Markup.link(VulnerabilitiesNavigation.cve(row.vulnerability()), row.vulnerability()),
                        actions(row)),
                Markup.subheading("Where"),
                Markup.paragraph(ExceptionWords.place(row.place())));
        if (!row.justification().isEmpty()) {
            detail.add(
                    Markup.subheading("Why it does not apply"),
                    Markup.paragraph(JustificationWords.ALL.getOrDefault(row.justification(), row.justification())));
        }
        if (row.state() == State.REQUESTED || row.state() == State.APPROVED) {
            detail.add(
                    Markup.subheading(row.state() == State.APPROVED ? "What it hides now" : "What it would hide"),
                    effect(row));
        }
        detail.add(Markup.subheading("Who and when"));
        history(row, times).forEach(line -> detail.add(Markup.paragraph(line)));
        return detail;
    }

    private Component effect(ExceptionRow row) {
        var preview = desk.exceptions().preview(row.id(), desk.reader());
        Div effect = Markup.box("bw-preview", Markup.text("bw-preview-count", PreviewWords.sum(preview)));
        PreviewWords.lines(preview, "").forEach(line -> effect.add(Markup.box("bw-second", Markup.text("", line))));
        return effect;
    }

    private static List<String> history(ExceptionRow row, TimeWords times) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add("Asked for by " + row.requestedBy() + " on " + times.exact(row.requestedAt()) + ".");
        if (row.decidedAt() != null) {
            lines.add((row.state() == State.DENIED ? "Denied by " : "Approved by ") + row.decidedBy() + " on "
                    + times.exact(row.decidedAt()) + (row.decision().isEmpty() ? "." : ": " + row.decision()));
        }
        if (row.endedAt() != null) {
            lines.add("Ended on " + times.exact(row.endedAt()) + ". " + ExceptionWords.cause(row));
        }
        return lines;
    }

    private Component actions(ExceptionRow row) {
        Div actions = Markup.box("bw-row-actions");
        switch (row.state()) {
            case REQUESTED -> {
                if (desk.mayDecide() && desk.exceptions().isOwn(row.id())) {
                    actions.add(
                            Markup.text("bw-second", "You asked for it: another person must decide."),
                            button(Decide.What.TAKE_BACK, row));
                } else {
                    actions.add(button(Decide.What.APPROVE, row), button(Decide.What.DENY, row));
                }
            }
            case APPROVED -> actions.add(button(Decide.What.END, row));
            case DENIED, ENDED -> actions.setVisible(false);
        }
        return actions;
    }

    private Button button(Decide.What what, ExceptionRow row) {
        Decide action = new Decide(desk, what);
        Button button = new Button(action.name() + "…", Markup.icon(action.icon()), event -> act(action, row.id()));
        desk.refusal().ifPresent(why -> {
            button.setEnabled(false);
            button.setTooltipText(why);
        });
        return button;
    }

    @Override
    protected NarrowRow<ExceptionRow> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> "",
                ExceptionRow::vulnerability,
                row -> ExceptionWords.kind(row.kind()) + ", " + ExceptionWords.place(row.place()),
                row -> times.age(row.requestedAt()));
    }

    @Override
    protected String countWords(int matches) {
        if (states != null) {
            states.show(state().q());
        }
        return Counted.capped(matches) + (state().q().equals(WAITING) ? " waiting" : "");
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().equals(WAITING)
                ? new EmptyState(
                        "No exception waits for a decision",
                        "To ask for one, open a vulnerability and put it off, or say why it does not apply.",
                        Markup.link(VulnerabilitiesNavigation.PATH, "Vulnerabilities"),
                        new Button("Show those that hold", event -> filter("state:approved", true)))
                : new EmptyState(
                        "No exception matches",
                        "The filter is " + state.q() + ".",
                        new Button("Show what waits", event -> filter(WAITING, true)));
    }
}
