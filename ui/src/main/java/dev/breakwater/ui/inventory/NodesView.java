package dev.breakwater.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.nodes.ListedNode;
import dev.breakwater.central.nodes.ListedNode.Looked;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.ui.nodes.EvidenceUpload;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TermSwitch;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The machines of the clusters. */
@Route(InventoryNavigation.NODES)
@PageTitle("Nodes · Breakwater")
@PermitAll
class NodesView extends InventoryList<ListedNode> {

    private @Nullable TermSwitch looks;

    NodesView(NodeSource nodes, EvidenceUpload upload, ListServices services) {
        super(
                nodes,
                InventoryNavigation.NODES,
                "Nodes",
                "The machines that the clusters run on, and machines without a cluster: what they say of themselves, and what looks at them found.",
                "name",
                services);
        addTool(upload.button());
    }

    @Override
    protected Optional<Component> filterLead() {
        TermSwitch made = new TermSwitch(
                "Who was looked at",
                "looked",
                LookWords.VALUES,
                LookWords.SHOWN,
                () -> state().q(),
                filter -> filter(filter, true));
        looks = made;
        return Optional.of(made);
    }

    @Override
    protected String countWords(int matches) {
        if (looks != null) {
            looks.show(state().q());
        }
        return super.countWords(matches);
    }

    @Override
    protected void columns(DataGrid<ListedNode> grid) {
        DataGrid.sortedBy(
                        grid.column(
                                "Node",
                                "<span class=\"bw-object\" title=\"${item.name}\"><span class=\"bw-icon bw-icon-node\"></span>"
                                        + "<span>${item.name}</span></span>",
                                Map.of("name", ListedNode::name)),
                        "name")
                .setWidth("220px")
                .setFlexGrow(3)
                .setRowHeader(true);
        grid.text("Cluster", "cluster", "110px", NodesView::cluster);
        grid.text("State", "", "120px", NodesView::state).setFlexGrow(0);
        look(grid);
        grid.text("Roles", "", "120px", row -> roles(row)).setVisible(false);
        grid.text("Kubelet", "", "100px", ListedNode::kubeletVersion);
        grid.text("Runtime", "", "140px", ListedNode::containerRuntime).setVisible(false);
        grid.text("System", "", "180px", ListedNode::osImage);
        grid.text("Kernel", "", "140px", ListedNode::kernelVersion).setVisible(false);
        grid.text("Architecture", "", "110px", ListedNode::architecture).setVisible(false);
    }

    /** What looks found; what nobody knows is hatched. */
    private void look(DataGrid<ListedNode> grid) {
        TimeWords times = times();
        known(
                grid,
                "Looked at",
                "lookedAt",
                "120px",
                row -> row.looked() == Looked.FRESH,
                row -> LookWords.looked(row, times));
        known(grid, "Checks", "failedChecks", "160px", row -> row.failedChecks() != null, LookWords::checks);
        known(
                grid,
                "Vulnerabilities",
                "critical",
                "150px",
                ListedNode::vulnerabilitiesKnown,
                LookWords::vulnerabilities);
    }

    private static void known(
            DataGrid<ListedNode> grid,
            String header,
            String field,
            String width,
            ValueProvider<ListedNode, Boolean> known,
            ValueProvider<ListedNode, String> words) {
        DataGrid.sortedBy(
                        grid.column(
                                header,
                                "<span class=\"bw-scanned\"><span class=\"bw-hatch-mark\" ?hidden=\"${item.known}\"></span>"
                                        + "<span class=\"bw-second\">${item.words}</span></span>",
                                Map.of("known", known, "words", words)),
                        field)
                .setWidth(width)
                .setFlexGrow(0);
    }

    @Override
    protected NarrowRow<ListedNode> narrow() {
        return new NarrowRow<>(
                row -> "",
                ListedNode::name,
                row -> cluster(row) + ", " + row.osImage(),
                row -> LookWords.looked(row, times()));
    }

    @Override
    protected Component detail(Opened<ListedNode> opened) {
        ListedNode row = opened.row();
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
                .fact("Looked at", LookWords.looked(row, times))
                .fact("Checks", LookWords.checks(row))
                .fact("Vulnerabilities", LookWords.vulnerabilities(row))
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

    private static String cluster(ListedNode row) {
        return row.clusterId() == null ? "no cluster" : row.cluster();
    }

    private static String roles(ListedNode row) {
        if (row.clusterId() == null) {
            return "";
        }
        return row.roles().isEmpty() ? "worker" : String.join(", ", row.roles());
    }

    private static String state(ListedNode row) {
        if (row.clusterId() == null) {
            return "no kubelet tells";
        }
        String ready = row.ready() == null ? "does not say" : row.ready() ? "ready" : "not ready";
        return row.unschedulable() ? ready + ", cordoned" : ready;
    }
}
