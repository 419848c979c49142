package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.vulnerabilities.NodeFindingRow;
import dev.breakwater.engine.machine.PackageUse;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** On which nodes and machines it is installed. */
final class AffectedNodesCard extends Div {

    /** Rows that are read and shown. */
    static final int SHOWN = 25;

    AffectedNodesCard(Page<NodeFindingRow> affected, TimeWords times) {
        addClassName("bw-card");
        add(new CardHead(
                "On which nodes?",
                affected.items().isEmpty()
                        ? ""
                        : affected.nextPageToken() == null ? "node, package" : "the first " + SHOWN + " of them"));
        if (affected.items().isEmpty()) {
            add(Markup.paragraph("On none whose packages are known and that you may see."));
            return;
        }
        FactTable table = new FactTable("Nodes that have it", List.of("Node", "Package", "Fixed in", "State", "Since"));
        affected.items()
                .forEach(row -> table.row(
                        Markup.box(
                                "bw-stack",
                                Markup.link(
                                        InventoryNavigation.node(row.nodeId()) + "?tab=vulnerabilities", row.node()),
                                Markup.text("bw-meta", row.clusterId() == null ? "no cluster" : "in " + row.cluster())),
                        Markup.box(
                                "bw-stack",
                                Markup.text("bw-wrap-anywhere", row.finding().name()),
                                Markup.text(
                                        "bw-meta bw-wrap-anywhere",
                                        row.finding().version())),
                        Markup.text("bw-wrap-anywhere", VulnerabilityWords.fix(row.finding())),
                        Markup.text("bw-second", state(row)),
                        Markup.text("bw-second", times.age(row.finding().firstSeenAt()))));
        add(table);
    }

    /** On how many nodes, in words; empty = on none. */
    static String count(Page<NodeFindingRow> affected) {
        int nodes = (int)
                affected.items().stream().map(NodeFindingRow::nodeId).distinct().count();
        if (nodes == 0) {
            return "";
        }
        return (affected.nextPageToken() == null ? "" : "at least ") + Counted.of(nodes, "node", "nodes");
    }

    private static String state(NodeFindingRow row) {
        return switch (row.state()) {
            case OBSERVED -> row.use() == PackageUse.KERNEL_NOT_RUNNING ? "a kernel that does not run" : "counts";
            case DEFERRED -> "put off";
            case FALSE_POSITIVE -> "does not apply";
        };
    }
}
