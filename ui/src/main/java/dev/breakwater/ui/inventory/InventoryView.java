package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.overview.UnjudgedPolicies;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.RiskWords;
import jakarta.annotation.security.PermitAll;

/** The workloads of the fleet. */
@Route(InventoryNavigation.PATH)
@PageTitle("Inventory · Breakwater")
@PermitAll
class InventoryView extends ListView<WorkloadRow> {

    private final WorkloadSource workloads;
    private final UnjudgedPolicies unjudged;

    InventoryView(WorkloadSource workloads, UnjudgedPolicies unjudged, ListServices services) {
        super(
                workloads,
                new ListPage(
                        InventoryNavigation.PATH,
                        "Inventory",
                        "The workloads that the sensors see, with what they run and who owns them.",
                        "",
                        "name"),
                services);
        this.workloads = workloads;
        this.unjudged = unjudged;
    }

    @Override
    protected void columns(DataGrid<WorkloadRow> grid) {
        WorkloadCells.name(grid);
        WorkloadCells.text(grid, "Kind", "kind", "110px", WorkloadRow::kind);
        WorkloadCells.text(grid, "Namespace", "namespace", "130px", WorkloadRow::namespace);
        WorkloadCells.text(grid, "Cluster", "cluster", "110px", WorkloadRow::cluster);
        WorkloadCells.text(grid, "Pods", "", "90px", InventoryView::pods).setFlexGrow(0);
        WorkloadCells.text(grid, "Exposure", "", "110px", row -> RiskWords.exposure(row.exposure()));
        WorkloadCells.violations(grid);
        WorkloadCells.text(grid, "Owner", "owner", "100px", row -> row.owner().isEmpty() ? "none" : row.owner());
        WorkloadCells.text(grid, "Images", "", "220px", row -> String.join(", ", row.images()))
                .setFlexGrow(3);
    }

    private static String pods(WorkloadRow row) {
        if (row.runningPods() == null) {
            return "not visible";
        }
        return row.replicas() == null ? row.runningPods() + " run" : row.runningPods() + " of " + row.replicas();
    }

    @Override
    protected Component detail(Opened<WorkloadRow> opened) {
        return new WorkloadPane(
                opened,
                unjudged.of(opened.row().id(), workloads.reader()),
                times(),
                row -> open(row == null ? null : row.id()));
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().isEmpty()
                ? new EmptyState(
                        "No workload is known",
                        "Workloads appear here when a sensor has sent them. The scope above may also leave none.")
                : new EmptyState(
                        "No workload matches",
                        "The filter is " + state.q() + ".",
                        new Button("Clear the filter", event -> filter("", true)));
    }

    @Override
    protected NarrowRow<WorkloadRow> narrow() {
        return WorkloadCells.narrow();
    }
}
