package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid.Column;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.RiskWords;
import dev.breakwater.ui.part.SeverityCells;
import java.util.Map;

/** The columns that every list of workloads has. */
public final class WorkloadCells {

    private WorkloadCells() {}

    /** Name, frozen at the left. */
    public static Column<WorkloadRow> name(DataGrid<WorkloadRow> grid) {
        Column<WorkloadRow> column = grid.column(
                "Workload",
                "<span class=\"bw-object\" title=\"${item.kind} ${item.name}\"><span class=\"bw-icon bw-icon-cube\"></span>"
                        + "<span>${item.name}</span></span><span class=\"bw-note\">${item.note}</span>",
                Map.of("kind", WorkloadRow::kind, "name", WorkloadRow::name, "note", WorkloadCells::note));
        return DataGrid.sortedBy(column, "name")
                .setWidth("150px")
                .setFlexGrow(3)
                .setRowHeader(true);
    }

    /** Open violations by severity, each a shape and a number. */
    public static Column<WorkloadRow> violations(DataGrid<WorkloadRow> grid) {
        Column<WorkloadRow> column = grid.column(
                "Violations",
                SeverityCells.COUNTS,
                Map.of(
                        "critical", WorkloadRow::critical,
                        "high", WorkloadRow::high,
                        "medium", WorkloadRow::medium,
                        "low", WorkloadRow::low));
        return DataGrid.sortedBy(column, "critical").setWidth("176px").setFlexGrow(0);
    }

    /** The score, with a sign where it is a lower bound. */
    public static Column<WorkloadRow> score(DataGrid<WorkloadRow> grid) {
        Column<WorkloadRow> column = grid.column(
                "Score", "<span class=\"bw-score\">${item.score}</span>", Map.of("score", RiskWords::score));
        return DataGrid.sortedBy(column, "risk").setWidth("76px").setFlexGrow(0).setTextAlign(ColumnTextAlign.END);
    }

    /** The two lines of a workload. */
    public static NarrowRow<WorkloadRow> narrow() {
        return new NarrowRow<>(
                WorkloadCells::worst,
                WorkloadRow::name,
                row -> row.kind() + ", " + row.namespace() + " in " + row.cluster(),
                RiskWords::score);
    }

    /** The worst severity that is open. */
    private static String worst(WorkloadRow row) {
        return SeverityCells.worst(row.critical(), row.high(), row.medium(), row.low(), 0);
    }

    private static String note(WorkloadRow row) {
        if (row.pending()) {
            return "waits to be judged";
        }
        return row.provisional() ? "provisional" : "";
    }
}
