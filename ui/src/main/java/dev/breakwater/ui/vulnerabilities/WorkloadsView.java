package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.vulnerabilities.VulnerableWorkloadRow;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.NarrowRow;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is wrong, one row for each workload; what was put off does not count. */
@Route(VulnerabilitiesNavigation.WORKLOADS)
@PageTitle("Vulnerabilities by workload · Breakwater")
@PermitAll
class WorkloadsView extends VulnerabilityList<VulnerableWorkloadRow> {

    private final WorkloadSource workloads;

    WorkloadsView(WorkloadSource workloads, VulnerabilityDesk desk, VulnerabilityTerms terms) {
        super(Gathered.WORKLOAD, workloads, "-critical,-high", desk, terms);
        this.workloads = workloads;
    }

    @Override
    Gathered gathered() {
        return Gathered.WORKLOAD;
    }

    @Override
    protected void columns(DataGrid<VulnerableWorkloadRow> grid) {
        DataGrid.sortedBy(
                        grid.column(
                                "Workload",
                                "<span class=\"bw-object\" title=\"${item.kind} ${item.name}\"><span class=\"bw-icon bw-icon-cube\">"
                                        + "</span><span>${item.name}</span></span><span class=\"bw-note\">${item.note}</span>",
                                Map.of(
                                        "kind", VulnerableWorkloadRow::kind,
                                        "name", VulnerableWorkloadRow::name,
                                        "note", row -> row.scanned() ? "" : "no image looked into")),
                        "name")
                .setWidth("200px")
                .setFlexGrow(3)
                .setRowHeader(true);
        grid.text("Namespace", "namespace", "110px", VulnerableWorkloadRow::namespace);
        grid.text("Cluster", "", "90px", VulnerableWorkloadRow::cluster);
        counts(grid, VulnerableWorkloadRow::counts);
        DataGrid.sortedBy(number(grid, "Fixable grave", "110px", VulnerableWorkloadRow::fixableHigh), "fixableHigh");
        number(grid, "Exploited", "84px", VulnerableWorkloadRow::exploited).setKey("exploited");
        epss(grid, VulnerableWorkloadRow::epss, VulnerableWorkloadRow::counts);
        number(grid, "Put off", "76px", VulnerableWorkloadRow::deferred).setKey("deferred");
        number(grid, "Not applying", "100px", VulnerableWorkloadRow::falsePositive)
                .setKey("false-positive");
        grid.text("Owner", "", "90px", row -> row.team().isEmpty() ? "none" : row.team());
    }

    @Override
    protected Optional<String> pageOf(UUID id) {
        VulnerableWorkloadRow row = workloads.get(id);
        return Optional.of(VulnerabilitiesNavigation.ofWorkload(row.cluster(), row.namespace(), row.name()));
    }

    @Override
    protected NarrowRow<VulnerableWorkloadRow> narrow() {
        return new NarrowRow<>(
                row -> worst(row.counts()),
                VulnerableWorkloadRow::name,
                row -> row.namespace() + " in " + row.cluster() + ", "
                        + (row.scanned() ? row.fixableHigh() + " fixable grave" : "no image looked into"),
                row -> row.counts().critical() + " critical");
    }
}
