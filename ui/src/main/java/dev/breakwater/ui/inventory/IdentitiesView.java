package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.inventory.ClusterGrants;
import dev.breakwater.central.inventory.ServiceAccountRow;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** The service accounts that workloads run under, and what is granted to them. */
@Route(InventoryNavigation.IDENTITIES)
@PageTitle("Service accounts · Breakwater")
@PermitAll
class IdentitiesView extends InventoryList<ServiceAccountRow> {

    private final ClusterGrants grants;

    IdentitiesView(AccountSource accounts, ClusterGrants grants, ListServices services) {
        super(
                accounts,
                InventoryNavigation.IDENTITIES,
                "Service accounts",
                "The identities that workloads run under, and what each may do in its cluster.",
                "name",
                services);
        this.grants = grants;
    }

    @Override
    protected void columns(DataGrid<ServiceAccountRow> grid) {
        DataGrid.sortedBy(
                        grid.column(
                                "Service account",
                                "<span class=\"bw-object\" title=\"${item.name}\"><span class=\"bw-icon bw-icon-identity\"></span>"
                                        + "<span>${item.name}</span></span>",
                                Map.of("name", ServiceAccountRow::name)),
                        "name")
                .setWidth("220px")
                .setFlexGrow(3)
                .setRowHeader(true);
        grid.text("Namespace", "namespace", "130px", ServiceAccountRow::namespace);
        grid.text("Cluster", "cluster", "110px", ServiceAccountRow::cluster);
        grid.column(
                        "Workloads",
                        "<span class=\"bw-number\">${item.count}</span>",
                        Map.of("count", row -> Counted.number(row.workloads())))
                .setWidth("96px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.text("Token mounted", "", "130px", IdentitiesView::automount).setFlexGrow(0);
        grid.text(
                        "Bound by",
                        "",
                        "260px",
                        row -> row.bindings().isEmpty() ? "nothing" : String.join(", ", row.bindings()))
                .setFlexGrow(4);
    }

    @Override
    protected NarrowRow<ServiceAccountRow> narrow() {
        return new NarrowRow<>(
                row -> "",
                ServiceAccountRow::name,
                row -> row.namespace() + " in " + row.cluster(),
                row -> Counted.of(row.bindings().size(), "binding", "bindings"));
    }

    @Override
    protected Component detail(Opened<ServiceAccountRow> opened) {
        ServiceAccountRow row = opened.row();
        TimeWords times = times();
        String q = new FilterExpression(List.of())
                .and("cluster", row.cluster())
                .and("namespace", row.namespace())
                .and("account", row.name())
                .toString();
        return new FactPane(
                        opened,
                        "service account",
                        "identity",
                        row.name(),
                        List.of(row.namespace(), row.cluster()),
                        this::openRow)
                .fact("Token mounted", automount(row))
                .fact(
                        "Workloads",
                        Markup.link(
                                InventoryNavigation.filtered(q) + "&scope=workloads:all",
                                Counted.number(row.workloads())))
                .fact("First seen", times.exact(row.firstSeenAt()))
                .section(
                        "What it may do",
                        new GrantList(
                                grants.ofServiceAccount(row.id(), source().reader()),
                                "Nothing beyond what every account may do.",
                                GrantList::rule));
    }

    private static String automount(ServiceAccountRow row) {
        return row.automount() == null ? "yes, by default" : row.automount() ? "yes" : "no";
    }
}
