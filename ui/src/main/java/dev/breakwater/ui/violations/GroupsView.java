package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import dev.breakwater.central.detection.ViolationGroup;
import dev.breakwater.central.detection.ViolationGroups.By;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TermSwitch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Violations gathered: a line for each policy or workload, its violations beside it. */
abstract class GroupsView extends ListView<ViolationGroup> {

    private static final String OPEN = "state:open";

    private final GroupSource groups;
    private final ViolationDesk desk;
    private @Nullable TermSwitch states;

    GroupsView(GroupSource groups, String path, ViolationDesk desk, ListServices services) {
        super(
                groups,
                new ListPage(
                        path,
                        "Violations",
                        "Where a workload does something one of your policies does not allow.",
                        OPEN,
                        "-weight"),
                services);
        this.groups = groups;
        this.desk = desk;
    }

    /** Which of the views this is; asked before anything else is known. */
    abstract ViewSwitch.View view();

    @Override
    protected Component[] tools() {
        return new Component[] {new ViewSwitch(view(), this::state, OPEN)};
    }

    @Override
    protected Optional<Component> filterLead() {
        TermSwitch made = new TermSwitch(
                "Which violations",
                "state",
                ViolationsNavigation.STATES,
                () -> state().q(),
                filter -> filter(filter, true));
        states = made;
        return Optional.of(made);
    }

    @Override
    protected void columns(DataGrid<ViolationGroup> grid) {
        boolean byPolicy = groups.by() == By.POLICY;
        DataGrid.sortedBy(
                        grid.column(
                                "Severity",
                                SeverityMark.TEMPLATE,
                                Map.of(
                                        "severity", row -> SeverityMark.css(row.severity()),
                                        "severityWord", row -> SeverityMark.word(row.severity()))),
                        "weight")
                .setWidth("100px")
                .setFlexGrow(0);
        DataGrid.sortedBy(
                        grid.column(
                                byPolicy ? "Policy" : "Workload",
                                "<span class=\"bw-name\" title=\"${item.name}\">${item.name}</span>"
                                        + "<span class=\"bw-note\">${item.place}</span>",
                                Map.of("name", ViolationGroup::name, "place", ViolationGroup::place)),
                        "label")
                .setWidth("260px")
                .setFlexGrow(3)
                .setRowHeader(true);
        number(grid, "Violations", ViolationGroup::violations)
                .setKey("rows")
                .setSortable(true)
                .setSortProperty("rows");
        number(grid, byPolicy ? "Workloads" : "Policies", ViolationGroup::others)
                .setKey("others");
    }

    private static com.vaadin.flow.component.grid.Grid.Column<ViolationGroup> number(
            DataGrid<ViolationGroup> grid,
            String header,
            com.vaadin.flow.function.ValueProvider<ViolationGroup, Integer> value) {
        return grid.column(
                        header,
                        "<span class=\"bw-number\">${item.count}</span>",
                        Map.of("count", row -> Counted.number(value.apply(row))))
                .setWidth("100px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return Decisions.all(desk);
    }

    @Override
    protected Component detail(Opened<ViolationGroup> opened) {
        UUID id = opened.row().id();
        return new GroupDetail(
                opened,
                groups,
                (state().q() + " " + groups.term(id)).strip(),
                state().scope(),
                times(),
                row -> open(row == null ? null : row.id()),
                new DecisionButtons(desk, "all of them", action -> act(action, id)));
    }

    @Override
    protected NarrowRow<ViolationGroup> narrow() {
        return new NarrowRow<>(
                row -> SeverityMark.css(row.severity()),
                ViolationGroup::name,
                row -> row.place().isEmpty() ? Counted.of(row.others(), "workload", "workloads") : row.place(),
                row -> Counted.number(row.violations()));
    }

    @Override
    protected String countWords(int matches) {
        if (states != null) {
            states.show(state().q());
        }
        return Counted.capped(matches) + " "
                + (matches == 1 ? groups.noun().one() : groups.noun().many());
    }

    @Override
    protected EmptyState empty(ListState state) {
        return new EmptyState(
                state.q().equals(OPEN) ? "No open violations" : "No violation matches",
                state.q().equals(OPEN)
                        ? "What could not be judged is not counted as passed: see Coverage."
                        : "The filter is " + state.q() + ".",
                new Button("Show what is open", event -> filter(OPEN, true)));
    }
}
