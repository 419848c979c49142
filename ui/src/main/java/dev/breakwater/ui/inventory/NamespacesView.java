package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.inventory.NamespaceRow;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.violations.ViolationsNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The namespaces, with what their workloads add up to. */
@Route(InventoryNavigation.NAMESPACES)
@PageTitle("Namespaces · Breakwater")
@PermitAll
class NamespacesView extends InventoryList<NamespaceRow> {

    NamespacesView(NamespaceSource namespaces, ListServices services) {
        super(
                namespaces,
                InventoryNavigation.NAMESPACES,
                "Namespaces",
                "Where workloads live, and what theirs add up to.",
                "name",
                services);
    }

    @Override
    protected void columns(DataGrid<NamespaceRow> grid) {
        DataGrid.sortedBy(
                        grid.column(
                                "Namespace",
                                "<span class=\"bw-object\"><span class=\"bw-icon bw-icon-namespace\"></span>"
                                        + "<span>${item.name}</span></span><span class=\"bw-note\">${item.note}</span>",
                                Map.of("name", NamespaceRow::name, "note", row -> row.platform() ? "platform" : "")),
                        "name")
                .setWidth("220px")
                .setFlexGrow(2)
                .setRowHeader(true);
        grid.text("Cluster", "cluster", "120px", NamespaceRow::cluster);
        number(grid, "Workloads", row -> Counted.number(row.workloads()));
        number(grid, "Violations", row -> Counted.number(row.openViolations()));
        number(grid, "Risk", NamespacesView::risk);
        grid.text(
                        "Labels",
                        "",
                        "260px",
                        row -> row.labels().entrySet().stream()
                                .map(label -> label.getKey() + "=" + label.getValue())
                                .collect(Collectors.joining(", ")))
                .setFlexGrow(3);
    }

    private static void number(
            DataGrid<NamespaceRow> grid,
            String header,
            com.vaadin.flow.function.ValueProvider<NamespaceRow, String> value) {
        grid.column(header, "<span class=\"bw-number\">${item.value}</span>", Map.of("value", value))
                .setWidth("96px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    @Override
    protected NarrowRow<NamespaceRow> narrow() {
        return new NarrowRow<>(
                row -> "",
                NamespaceRow::name,
                row -> row.cluster() + ", " + Counted.of(row.workloads(), "workload", "workloads"),
                row -> Counted.of(row.openViolations(), "violation", "violations"));
    }

    @Override
    protected Component detail(Opened<NamespaceRow> opened) {
        NamespaceRow row = opened.row();
        TimeWords times = times();
        String q = new FilterExpression(List.of())
                .and("cluster", row.cluster())
                .and("namespace", row.name())
                .toString();
        String all = "&scope=workloads:all";
        return new FactPane(
                        opened,
                        "namespace",
                        "namespace",
                        row.name(),
                        row.platform() ? List.of(row.cluster(), "platform") : List.of(row.cluster()),
                        this::openRow)
                .fact("Workloads", Markup.link(InventoryNavigation.filtered(q) + all, Counted.number(row.workloads())))
                .fact(
                        "Open violations",
                        Markup.link(
                                ViolationsNavigation.filtered("state:open " + q) + all,
                                Counted.number(row.openViolations())))
                .fact("Risk, summed", risk(row))
                .fact("Secrets", Markup.link(InventoryNavigation.filtered(InventoryNavigation.SECRETS, q), "Show them"))
                .fact(
                        "Service accounts",
                        Markup.link(InventoryNavigation.filtered(InventoryNavigation.IDENTITIES, q), "Show them"))
                .fact("First seen", times.exact(row.firstSeenAt()))
                .labels(row.labels());
    }

    private static String risk(NamespaceRow row) {
        return String.format(Locale.ENGLISH, "%.1f", row.riskSum());
    }
}
