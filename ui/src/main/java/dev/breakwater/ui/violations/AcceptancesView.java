package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.detection.AcceptanceRow;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** What people bear until a date, and the way to bear all that is there. */
@Route(ViolationsNavigation.ACCEPTED)
@PageTitle("Accept what is there · Breakwater")
@PermitAll
class AcceptancesView extends ListView<AcceptanceRow> {

    private static final String ACTIVE = "state:active";

    private final ViolationDesk desk;
    private final ViolationSource violations;

    AcceptancesView(
            AcceptanceSource acceptances, ViolationSource violations, ViolationDesk desk, ListServices services) {
        super(
                acceptances,
                new ListPage(
                        ViolationsNavigation.ACCEPTED,
                        "Accept what is there",
                        "Violations that are known and borne until a date, so that what is open is what is new.",
                        ACTIVE,
                        "-acceptedAt"),
                services);
        this.desk = desk;
        this.violations = violations;
    }

    @Override
    protected Component[] tools() {
        Button accept = new Button("Accept what is there…", event -> ask());
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {Markup.link(ViolationsNavigation.PATH, "Violations"), accept};
    }

    private void ask() {
        new AcceptThereDialog(desk, violations, this::reread).open();
    }

    @Override
    protected void columns(DataGrid<AcceptanceRow> grid) {
        TimeWords times = times();
        grid.text("Reason", "", "220px", AcceptanceRow::reason).setFlexGrow(3).setRowHeader(true);
        grid.text("What", "", "220px", AcceptancesView::what).setFlexGrow(2);
        grid.text("Accepted", "", "90px", row -> Counted.number(row.accepted())).setFlexGrow(0);
        grid.text("State", "", "80px", row -> row.state().toLowerCase(Locale.ROOT))
                .setFlexGrow(0);
        grid.text("By", "by", "90px", AcceptanceRow::acceptedBy).setFlexGrow(0);
        grid.text("Until", "endsAt", "110px", row -> times.minute(row.endsAt())).setFlexGrow(0);
        grid.text("Made", "acceptedAt", "70px", row -> times.age(row.acceptedAt()))
                .setFlexGrow(0);
    }

    private static String what(AcceptanceRow row) {
        return row.filter().isEmpty() ? "chosen one by one" : row.filter();
    }

    private BulkAction end() {
        return new EndSilence(
                "End",
                source().noun(),
                desk,
                ids -> desk.acceptances().standing(ids, desk.reader()),
                id -> desk.acceptances().end(id, desk.reader()));
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return List.of(end());
    }

    @Override
    protected Component detail(Opened<AcceptanceRow> opened) {
        AcceptanceRow row = opened.row();
        TimeWords times = times();
        int standing =
                desk.acceptances().standing(List.of(row.id()), desk.reader()).getOrDefault(row.id(), 0);
        Button end = new Button("End…", Markup.icon("reopen"), event -> act(end(), row.id()));
        end.setEnabled(row.state().equals("ACTIVE") && desk.refusal().isEmpty());
        desk.refusal().ifPresent(end::setTooltipText);
        Div detail = Markup.box(
                "bw-detail",
                new DetailBar(
                        opened,
                        "acceptance",
                        (AcceptanceRow other) -> open(other == null ? null : other.id()),
                        Markup.text("bw-meta", row.state().toLowerCase(Locale.ROOT))),
                Markup.heading(Counted.of(row.accepted(), "violation is", "violations are") + " borne until "
                        + times.exact(row.endsAt()) + "."),
                Markup.paragraph(row.reason()),
                Markup.box(
                        "bw-empty-actions",
                        Markup.link(
                                ViolationsNavigation.filtered("acceptance:" + row.id()),
                                Counted.number(standing) + " still held by it"),
                        end),
                Markup.subheading("What was accepted"),
                Markup.paragraph(what(row)),
                Markup.subheading("Who and when"),
                Markup.paragraph("By " + row.acceptedBy() + " on " + times.exact(row.acceptedAt()) + "."));
        if (row.endedAt() != null) {
            detail.add(Markup.paragraph("Ended by " + row.endedBy() + " on " + times.exact(row.endedAt()) + "."));
        }
        return detail;
    }

    @Override
    protected NarrowRow<AcceptanceRow> narrow() {
        return new NarrowRow<>(
                row -> "",
                AcceptanceRow::reason,
                row -> Counted.of(row.accepted(), "violation", "violations") + ", " + what(row),
                row -> row.state().toLowerCase(Locale.ROOT));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().equals(ACTIVE)
                ? new EmptyState(
                        "Nothing is accepted",
                        "Every violation that holds is open. In a fleet with a past, accept what is there until a date: from then on"
                                + " what is open is what is new.",
                        accept())
                : new EmptyState(
                        "No acceptance matches",
                        "The filter is " + state.q() + ".",
                        new Button("Clear the filter", event -> filter("", true)));
    }

    private Button accept() {
        Button accept = new Button("Accept what is there…", event -> ask());
        desk.refusal().ifPresent(why -> {
            accept.setEnabled(false);
            accept.setTooltipText(why);
        });
        return accept;
    }
}
