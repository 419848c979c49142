package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.inventory.NodeRow;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.ui.nodes.EvidenceUpload;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/** The machines of the clusters. */
@Route(InventoryNavigation.NODES)
@PageTitle("Nodes · Breakwater")
@PermitAll
class NodesView extends InventoryList<NodeRow> {

    NodesView(NodeSource nodes, EvidenceUpload upload, ListServices services) {
        super(
                nodes,
                InventoryNavigation.NODES,
                "Nodes",
                "The machines that the clusters run on, with what their kubelets say of themselves, and machines without a cluster.",
                "name",
                services);
        addTool(upload.button());
    }

    @Override
    protected void columns(DataGrid<NodeRow> grid) {
        DataGrid.sortedBy(
                        grid.column(
                                "Node",
                                "<span class=\"bw-object\" title=\"${item.name}\"><span class=\"bw-icon bw-icon-node\"></span>"
                                        + "<span>${item.name}</span></span>",
                                Map.of("name", NodeRow::name)),
                        "name")
                .setWidth("220px")
                .setFlexGrow(3)
                .setRowHeader(true);
        grid.text("Cluster", "cluster", "110px", NodesView::cluster);
        grid.text("State", "", "130px", NodesView::state).setFlexGrow(0);
        grid.text("Roles", "", "120px", row -> roles(row));
        grid.text("Kubelet", "", "100px", NodeRow::kubeletVersion);
        grid.text("Runtime", "", "140px", NodeRow::containerRuntime);
        grid.text("System", "", "200px", NodeRow::osImage);
        grid.text("Kernel", "", "140px", NodeRow::kernelVersion).setVisible(false);
        grid.text("Architecture", "", "110px", NodeRow::architecture).setVisible(false);
    }

    @Override
    protected NarrowRow<NodeRow> narrow() {
        return new NarrowRow<>(row -> "", NodeRow::name, row -> cluster(row) + ", " + row.osImage(), NodesView::state);
    }

    @Override
    protected Component detail(Opened<NodeRow> opened) {
        NodeRow row = opened.row();
        TimeWords times = times();
        String q = new FilterExpression(List.of())
                .and("cluster", row.cluster())
                .and("node", row.name())
                .toString();
        return new FactPane(
                        opened,
                        "node",
                        "node",
                        row.name(),
                        row.clusterId() == null ? List.of(cluster(row)) : List.of(row.cluster(), roles(row)),
                        this::openRow)
                .fact("State", state(row))
                .fact("Kubelet", row.kubeletVersion())
                .fact("Runtime", row.containerRuntime())
                .fact("System", row.osImage())
                .fact("Kernel", row.kernelVersion())
                .fact("Architecture", row.architecture())
                .fact("First seen", times.exact(row.firstSeenAt()))
                .fact("More", Markup.link(InventoryNavigation.node(row.id()), "Checks, packages and what became of it"))
                .fact(
                        "Workloads",
                        Markup.link(InventoryNavigation.filtered(q) + "&scope=workloads:all", "Those with a pod here"));
    }

    private static String cluster(NodeRow row) {
        return row.clusterId() == null ? "no cluster" : row.cluster();
    }

    private static String roles(NodeRow row) {
        if (row.clusterId() == null) {
            return "";
        }
        return row.roles().isEmpty() ? "worker" : String.join(", ", row.roles());
    }

    private static String state(NodeRow row) {
        if (row.clusterId() == null) {
            return "as it was brought";
        }
        String ready = row.ready() == null ? "does not say" : row.ready() ? "ready" : "not ready";
        return row.unschedulable() ? ready + ", cordoned" : ready;
    }
}
