package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.policy.ExclusionRow;
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
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where policies are silent, by whom, why and until when. */
@Route(ViolationsNavigation.EXCLUSIONS)
@PageTitle("Exclusions · Breakwater")
@PermitAll
class ExclusionsView extends ListView<ExclusionRow> {

    private static final String ACTIVE = "state:active";

    private final ViolationDesk desk;

    ExclusionsView(ExclusionSource exclusions, ViolationDesk desk, ListServices services) {
        super(
                exclusions,
                new ListPage(
                        ViolationsNavigation.EXCLUSIONS,
                        "Exclusions",
                        "Where people silenced a policy. What is silenced stays in the list of violations as excluded.",
                        ACTIVE,
                        "-createdAt"),
                services);
        this.desk = desk;
    }

    @Override
    protected Component[] tools() {
        return new Component[] {Markup.link(ViolationsNavigation.PATH, "Violations")};
    }

    @Override
    protected void columns(DataGrid<ExclusionRow> grid) {
        TimeWords times = times();
        grid.column(
                        "Severity",
                        SeverityMark.TEMPLATE,
                        Map.of(
                                "severity", row -> SeverityMark.css(row.severity()),
                                "severityWord", row -> SeverityMark.word(row.severity())))
                .setKey("severity")
                .setWidth("96px")
                .setFlexGrow(0);
        DataGrid.sortedBy(
                        grid.column(
                                "Policy",
                                "<span class=\"bw-name\" title=\"${item.name}\">${item.name}</span>",
                                Map.of("name", ExclusionRow::policy)),
                        "policy")
                .setWidth("200px")
                .setFlexGrow(2)
                .setRowHeader(true);
        grid.text("Where", "", "220px", row -> ScopeWords.of(row.scope())).setFlexGrow(2);
        grid.text("Reason", "", "180px", ExclusionRow::reason).setFlexGrow(2);
        grid.text("State", "", "80px", row -> row.state().toLowerCase(Locale.ROOT))
                .setFlexGrow(0);
        grid.text("By", "author", "80px", ExclusionRow::author).setFlexGrow(0);
        grid.text(
                        "Until",
                        "expiresAt",
                        "100px",
                        row -> row.expiresAt() == null ? "no end" : times.minute(row.expiresAt()))
                .setFlexGrow(0);
        grid.text("Made", "createdAt", "70px", row -> times.age(row.createdAt()))
                .setFlexGrow(0);
    }

    private BulkAction remove() {
        return new EndSilence(
                "Remove",
                source().noun(),
                desk,
                ids -> desk.previews().silenced(ids, desk.reader()),
                id -> desk.exclusions().remove(id, desk.reader()));
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return List.of(remove());
    }

    @Override
    protected Component detail(Opened<ExclusionRow> opened) {
        ExclusionRow row = opened.row();
        TimeWords times = times();
        int silenced =
                desk.previews().silenced(List.of(row.id()), desk.reader()).getOrDefault(row.id(), 0);
        Button remove = new Button("Remove…", Markup.icon("reopen"), event -> act(remove(), row.id()));
        boolean over = row.removedAt() != null;
        remove.setEnabled(!over && desk.refusal().isEmpty());
        desk.refusal().ifPresent(remove::setTooltipText);
        Div detail = Markup.box(
                "bw-detail",
                new DetailBar(
                        opened,
                        "exclusion",
                        (ExclusionRow other) -> open(other == null ? null : other.id()),
                        SeverityMark.of(row.severity()),
                        Markup.text("bw-meta", row.state().toLowerCase(Locale.ROOT))),
                Markup.heading("“" + row.policy() + "” is silent for " + ScopeWords.of(row.scope()) + "."),
                Markup.paragraph(row.reason()),
                Markup.box(
                        "bw-empty-actions",
                        Markup.link(
                                ViolationsNavigation.filtered("exclusion:" + row.id()),
                                "Silences " + Counted.of(silenced, "violation", "violations")),
                        remove),
                Markup.subheading("Who and when"),
                Markup.paragraph("Made by " + row.author() + " on " + times.exact(row.createdAt()) + "."),
                Markup.paragraph(
                        row.expiresAt() == null
                                ? "It holds until somebody removes it."
                                : "Its time ends on " + times.exact(row.expiresAt()) + "."));
        if (row.removedAt() != null) {
            detail.add(Markup.paragraph("Removed by " + row.removedBy() + " on " + times.exact(row.removedAt()) + "."));
        }
        return detail;
    }

    @Override
    protected NarrowRow<ExclusionRow> narrow() {
        return new NarrowRow<>(
                row -> SeverityMark.css(row.severity()),
                ExclusionRow::policy,
                row -> ScopeWords.of(row.scope()),
                row -> row.state().toLowerCase(Locale.ROOT));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().equals(ACTIVE)
                ? new EmptyState(
                        "No exclusions",
                        "Every policy speaks wherever its scope says. To silence one somewhere, open a violation and exclude it.",
                        Markup.link(ViolationsNavigation.PATH, "Violations"))
                : new EmptyState(
                        "No exclusion matches",
                        "The filter is " + state.q() + ".",
                        new Button("Clear the filter", event -> filter("", true)));
    }
}
