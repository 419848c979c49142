package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.overview.UnjudgedPolicies;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.RiskWords;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** The workloads of the fleet. */
@Route(InventoryNavigation.WORKLOADS)
@RouteAlias(InventoryNavigation.PATH)
@PageTitle("Workloads · Breakwater")
@PermitAll
class WorkloadsView extends InventoryList<WorkloadRow> {

    private final UnjudgedPolicies unjudged;
    private final GateRuns gates;

    WorkloadsView(WorkloadSource workloads, UnjudgedPolicies unjudged, GateRuns gates, ListServices services) {
        super(
                workloads,
                InventoryNavigation.WORKLOADS,
                "Workloads",
                "What the sensors see running, with what it runs and who owns it.",
                "name",
                services);
        this.unjudged = unjudged;
        this.gates = gates;
    }

    @Override
    protected void columns(DataGrid<WorkloadRow> grid) {
        WorkloadCells.name(grid);
        grid.text("Kind", "kind", "96px", WorkloadRow::kind);
        grid.text("Namespace", "namespace", "110px", WorkloadRow::namespace);
        grid.text("Cluster", "cluster", "84px", WorkloadRow::cluster);
        grid.text("Pods", "", "64px", WorkloadsView::pods).setFlexGrow(0);
        grid.text("Exposure", "", "104px", row -> RiskWords.exposure(row.exposure()));
        WorkloadCells.violations(grid);
        grid.text("Owner", "owner", "100px", row -> row.owner().isEmpty() ? "none" : row.owner());
        grid.text("Images", "", "150px", row -> String.join(", ", row.images())).setFlexGrow(3);
    }

    private static String pods(WorkloadRow row) {
        if (row.runningPods() == null) {
            return "not visible";
        }
        return row.replicas() == null ? row.runningPods() + " run" : row.runningPods() + " of " + row.replicas();
    }

    @Override
    protected Component detail(Opened<WorkloadRow> opened) {
        UUID id = opened.row().id();
        return new WorkloadPane(
                opened,
                unjudged.of(id, source().reader()),
                gates.ofWorkload(id, source().reader()),
                times(),
                this::openRow);
    }

    @Override
    protected NarrowRow<WorkloadRow> narrow() {
        return WorkloadCells.narrow();
    }
}
