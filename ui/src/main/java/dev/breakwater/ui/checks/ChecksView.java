package dev.breakwater.ui.checks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.Map;

/** What pipelines had checked before they delivered, where they told central to keep it. */
@Route(ChecksNavigation.PATH)
@PageTitle("Pipeline checks · Breakwater")
@PermitAll
class ChecksView extends ListView<GateRun> {

    private final GateRuns runs;

    ChecksView(CheckSource checks, GateRuns runs, ListServices services) {
        super(
                checks,
                new ListPage(
                        ChecksNavigation.PATH,
                        "Pipeline checks",
                        "What pipelines had checked before they delivered it, and what came of it.",
                        "",
                        "-at"),
                services);
        this.runs = runs;
    }

    @Override
    protected void columns(DataGrid<GateRun> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Source",
                                "<span class=\"bw-name\" title=\"${item.source}\">${item.source}</span>",
                                Map.of("source", GateWords::source)),
                        "source")
                .setWidth("180px")
                .setFlexGrow(2)
                .setRowHeader(true);
        grid.text("Result", "", "96px", GateWords::result);
        grid.text("Findings", "", "150px", GateWords::findings).setFlexGrow(2);
        grid.text("Cluster", "cluster", "96px", row -> row.cluster().isEmpty() ? "none" : row.cluster());
        grid.text("Branch", "", "110px", GateRun::branch);
        grid.text("Commit", "", "110px", GateWords::commit);
        grid.text("When", "at", "110px", row -> times.ago(row.at()));
        grid.text("By", "", "130px", GateRun::actor);
    }

    @Override
    protected Component detail(Opened<GateRun> opened) {
        return new CheckPane(
                opened,
                runs.get(opened.row().id(), source().reader()),
                times(),
                row -> open(row == null ? null : row.id()));
    }

    @Override
    protected NarrowRow<GateRun> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> "",
                GateWords::source,
                row -> GateWords.result(row) + ", " + (row.cluster().isEmpty() ? "no cluster" : row.cluster()),
                row -> times.age(row.at()));
    }

    @Override
    protected EmptyState empty(ListState state) {
        if (!state.q().isEmpty()) {
            return new EmptyState(
                    "No check matches",
                    "The filter is " + state.q() + ".",
                    new Button("Clear the filter", event -> filter("", true)));
        }
        return new EmptyState(
                "No check was kept yet",
                "A pipeline lets its manifests be checked with a token of the role pipeline, and central keeps that it was done.",
                new CopyLine(
                        "Check and keep", "bwctl check manifests deploy --endpoint https://… --cluster NAME --record"));
    }
}
