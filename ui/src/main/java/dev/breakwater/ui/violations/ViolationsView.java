package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.overview.Summary;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TermSwitch;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a workload does something that a policy does not allow. */
@Route(ViolationsNavigation.PATH)
@PageTitle("Violations · Breakwater")
@PermitAll
class ViolationsView extends ListView<ViolationRow> {

    private static final String OPEN = "state:open";

    private final ViolationDesk desk;
    private final Summary summary;
    private final Readers readers;
    private @Nullable TermSwitch states;

    ViolationsView(
            ViolationSource violations, ViolationDesk desk, Summary summary, Readers readers, ListServices services) {
        super(
                violations,
                new ListPage(
                        ViolationsNavigation.PATH,
                        "Violations",
                        "Where a workload does something one of your policies does not allow.",
                        OPEN,
                        "-severity,-openedAt"),
                services);
        this.desk = desk;
        this.summary = summary;
        this.readers = readers;
    }

    @Override
    protected Component[] tools() {
        return new Component[] {new ViewSwitch(ViewSwitch.View.FLAT, this::state, OPEN)};
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
    protected List<BulkAction> bulkActions() {
        return Decisions.all(desk);
    }

    @Override
    protected void columns(DataGrid<ViolationRow> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Severity",
                                SeverityMark.TEMPLATE,
                                Map.of(
                                        "severity", row -> SeverityMark.css(row.severity()),
                                        "severityWord", row -> SeverityMark.word(row.severity()))),
                        "severity")
                .setWidth("96px")
                .setFlexGrow(0)
                .setFrozen(true);
        DataGrid.sortedBy(
                        grid.column(
                                "Policy",
                                "<span class=\"bw-name\" title=\"${item.policy}\">${item.policy}</span>"
                                        + "<span class=\"bw-note\">${item.note}</span>",
                                Map.of("policy", ViolationRow::policy, "note", ViolationsView::note)),
                        "policy")
                .setWidth("150px")
                .setFlexGrow(3)
                .setRowHeader(true);
        DataGrid.sortedBy(
                        grid.column(
                                "Workload",
                                "<span class=\"bw-object\" title=\"${item.kind}\"><span class=\"bw-icon bw-icon-cube\"></span>"
                                        + "<span>${item.name}</span></span>",
                                Map.of(
                                        "kind",
                                        row -> row.workload().kind(),
                                        "name",
                                        row -> row.workload().name())),
                        "workload")
                .setWidth("118px")
                .setFlexGrow(2);
        grid.text("Namespace", "namespace", "96px", row -> row.workload().namespace());
        grid.text("Cluster", "cluster", "72px", row -> row.workload().cluster());
        DataGrid.sortedBy(
                        grid.column(
                                "Age",
                                "<span class=\"bw-number\" title=\"${item.exact}\">${item.age}</span>",
                                Map.of(
                                        "age",
                                        row -> times.age(row.openedAt()),
                                        "exact",
                                        row -> times.exact(row.openedAt()))),
                        "openedAt")
                .setWidth("58px")
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        DataGrid.sortedBy(
                        grid.column(
                                "Assignee",
                                "<span class=\"${item.css}\" title=\"${item.name}\">${item.letters}</span>",
                                Map.of(
                                        "css",
                                        row -> row.assignee() == null ? "bw-second" : "bw-initials",
                                        "name",
                                        row -> row.assignee() == null
                                                ? "nobody"
                                                : row.assignee().name(),
                                        "letters",
                                        row -> row.assignee() == null
                                                ? "none"
                                                : Initials.of(row.assignee().name()))),
                        "assignee")
                .setWidth("86px")
                .setFlexGrow(0);
        grid.text(
                "Owner",
                "owner",
                "96px",
                row -> row.workload().owner().isEmpty()
                        ? "none"
                        : row.workload().owner());
    }

    private static String note(ViolationRow row) {
        if (row.provisional()) {
            return "provisional";
        }
        return row.state().equals("OPEN") ? "" : row.state().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    protected Component detail(Opened<ViolationRow> opened) {
        return new ViolationDetail(
                opened,
                desk,
                times(),
                row -> open(row == null ? null : row.id()),
                (action, row) -> act(action, row.id()));
    }

    @Override
    protected NarrowRow<ViolationRow> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> SeverityMark.css(row.severity()),
                row -> row.workload().name(),
                row -> row.policy() + ", " + row.workload().namespace() + " in "
                        + row.workload().cluster(),
                row -> times.age(row.openedAt()));
    }

    @Override
    protected String countWords(int matches) {
        if (states != null) {
            states.show(state().q());
        }
        return Counted.capped(matches) + (state().q().equals(OPEN) ? " open" : "");
    }

    @Override
    protected List<Component> warnings() {
        Summary.Waiting waiting = summary.waiting(readers.scope());
        List<Component> warnings = new ArrayList<>();
        if (waiting.pending() > 0) {
            warnings.add(ViolationWarnings.pending(waiting.pending()));
        }
        int unjudged = state().q().equals(OPEN)
                ? summary.unjudgedWorkloads(
                        state().scope().toFilter(Set.of("cluster", "namespace", "platform")), readers.scope())
                : 0;
        if (unjudged > 0) {
            warnings.add(ViolationWarnings.unknown(unjudged, state().scope()));
        }
        return warnings;
    }

    @Override
    protected EmptyState empty(ListState state) {
        if (summary.waiting(readers.scope()).workloads() == 0) {
            return new EmptyState(
                    "Nothing to show yet",
                    "Violations appear here as soon as one cluster is connected and its workloads are judged. Until then"
                            + " there are no numbers here, not even zeros.",
                    Markup.link(ClustersNavigation.PATH, "Connect a cluster"));
        }
        if (!state.q().equals(OPEN)) {
            return new EmptyState(
                    "No violation matches",
                    "The filter is " + state.q() + ".",
                    new Button("Clear the filter", event -> filter("", true)),
                    new Button("Show what is open", event -> filter(OPEN, true)));
        }
        Anchor all = new Anchor(ViolationsNavigation.filtered("state:resolved"), "Show what was resolved");
        all.addClassName("bw-link");
        return new EmptyState(
                "No open violations",
                "All judged workloads in this scope do what the policies ask for. What could not be judged is not counted"
                        + " as passed: see Coverage.",
                all);
    }
}
