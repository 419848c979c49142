package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.vulnerabilities.OwnerRow;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.NarrowRow;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is wrong, one row for each team that owns workloads. */
@Route(VulnerabilitiesNavigation.OWNERS)
@PageTitle("Vulnerabilities by owner · Breakwater")
@PermitAll
class OwnersView extends VulnerabilityList<OwnerRow> {

    private final OwnerSource owners;

    OwnersView(OwnerSource owners, VulnerabilityDesk desk, VulnerabilityTerms terms) {
        super(Gathered.OWNER, owners, "-critical,-high", desk, terms);
        this.owners = owners;
    }

    @Override
    Gathered gathered() {
        return Gathered.OWNER;
    }

    @Override
    protected void columns(DataGrid<OwnerRow> grid) {
        grid.column(
                        "Owner",
                        "<span class=\"bw-object\"><span class=\"bw-icon bw-icon-user\"></span><span>${item.name}</span></span>",
                        Map.of("name", OwnersView::name))
                .setKey("owner")
                .setWidth("240px")
                .setFlexGrow(3)
                .setRowHeader(true);
        counts(grid, "By severity, over all workloads", OwnerRow::counts);
        DataGrid.sortedBy(number(grid, "Fixable grave", "110px", OwnerRow::fixableHigh), "fixableHigh");
        number(grid, "Exploited", "84px", OwnerRow::exploited).setKey("exploited");
        number(grid, "Affected", "84px", OwnerRow::affected).setKey("affected");
        DataGrid.sortedBy(number(grid, "Workloads", "92px", OwnerRow::workloads), "workloads");
    }

    private static String name(OwnerRow row) {
        return (row.team().isEmpty() ? "nobody is known to own them" : row.team())
                + (row.platform() ? ", platform" : "");
    }

    @Override
    protected Optional<String> pageOf(UUID id) {
        return owners.key(id)
                .map(team -> VulnerabilitiesNavigation.filtered(
                        VulnerabilitiesNavigation.WORKLOADS,
                        Gathered.WORKLOAD.usualFilter() + " " + owners.filterOf(team)));
    }

    @Override
    protected NarrowRow<OwnerRow> narrow() {
        return new NarrowRow<>(
                row -> worst(row.counts()),
                OwnersView::name,
                row -> row.affected() + " of " + Counted.of(row.workloads(), "workload", "workloads") + " affected",
                row -> row.fixableHigh() + " fixable");
    }
}
