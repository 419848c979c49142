package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.compliance.NodeResults;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.EvidenceState.Freshness;
import dev.breakwater.central.nodes.NodeDetail;
import dev.breakwater.central.nodes.NodeDetail.Event;
import dev.breakwater.central.nodes.NodeEvidence.Receipt;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.part.Timeline;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The short of a node. */
final class NodeSummary extends Div {

    private static final int SHOWN_RECEIPTS = 5;

    /** @param ordered whether something was ordered: who comes back to see what came of it should not have to look for it */
    NodeSummary(
            NodeDetail node,
            List<Receipt> receipts,
            NodeResults.OfNode results,
            boolean ordered,
            Component orders,
            TimeWords times) {
        addClassName("bw-two");
        Div left = Markup.box(
                "bw-column",
                looked(node, receipts, results, times),
                conditions(node),
                became(node.events(), times),
                orders);
        if (ordered) {
            left.addComponentAsFirst(orders);
        }
        add(left, Markup.box("bw-column", facts(node, times)));
    }

    private static Component looked(
            NodeDetail node, List<Receipt> receipts, NodeResults.OfNode results, TimeWords times) {
        EvidenceState evidence = node.evidence();
        Div card = Markup.box("bw-card", new CardHead("What did a look at the machine find?", freshness(evidence)));
        if (evidence.freshness() == Freshness.NONE) {
            card.add(
                    Markup.paragraph("Switch on node mode in the sensor's chart, or look once by hand, as root, and"
                            + " upload the file above, or bring it with a token of the role node."),
                    new CopyLine("Look", "java -jar sensor-agent.jar --node --once --output evidence.json"),
                    new CopyLine(
                            "Bring",
                            "curl --fail -H \"Authorization: Bearer $TOKEN\" -H \"Content-Type: application/json\""
                                    + " --data-binary @evidence.json \"$BREAKWATER_URL/api/v1/nodes/"
                                    + node.node().id() + "/evidence\""));
            return card;
        }
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Checks", count(results));
        fact(facts, "Looked", moment(evidence.collectedAt(), times));
        fact(facts, "Received", moment(evidence.receivedAt(), times) + ", from " + evidence.actor());
        fact(facts, "Collector", evidence.collector());
        fact(
                facts,
                "Not readable",
                evidence.unread() == 0
                        ? "nothing: all that was asked for was read"
                        : Counted.of(evidence.unread(), "thing", "things") + "; what needs it is unknown");
        facts.add(
                new DescriptionList.Term("Document"),
                new DescriptionList.Description(Markup.text(
                        "bw-code bw-wrap-anywhere", "SHA-256 " + evidence.hash() + ", " + evidence.size() + " bytes")));
        card.add(facts);
        if (receipts.size() > 1) {
            FactTable table = new FactTable("Evidence that was received", List.of("Received", "From", "Document"));
            receipts.stream()
                    .limit(SHOWN_RECEIPTS)
                    .forEach(receipt -> table.row(
                            Markup.text("", times.minute(receipt.at())),
                            Markup.text("bw-second", receipt.actor() + (receipt.forced() ? ", forced" : "")),
                            Markup.text("bw-code bw-second", receipt.hash().substring(0, 12))));
            card.add(table);
        }
        return card;
    }

    private static String count(NodeResults.OfNode results) {
        long failed = of(results, Outcome.FAIL);
        long unknown = of(results, Outcome.UNKNOWN);
        long passed = of(results, Outcome.PASS);
        return Counted.number(failed) + " failed, " + Counted.number(unknown) + " unknown, " + Counted.number(passed)
                + " passed, " + Counted.number(of(results, Outcome.NOT_APPLICABLE)) + " do not apply";
    }

    private static long of(NodeResults.OfNode results, Outcome outcome) {
        return results.answers().stream()
                .filter(answer -> answer.outcome() == outcome)
                .count();
    }

    private static String freshness(EvidenceState evidence) {
        return switch (evidence.freshness()) {
            case FRESH -> "fresh";
            case STALE -> "too old";
            case NONE -> "nobody looked";
        };
    }

    private static String moment(@Nullable Instant at, TimeWords times) {
        return at == null ? "never" : times.ago(at) + " (" + times.minute(at) + ")";
    }

    private static Component conditions(NodeDetail node) {
        Div card = Markup.box("bw-card", new CardHead("How is it?", "as its kubelet says"));
        if (node.conditions().isEmpty()) {
            card.add(Markup.paragraph(
                    node.node().clusterId() == null
                            ? "It belongs to no cluster, so that no kubelet tells."
                            : "Its kubelet reports no conditions."));
        } else {
            FactTable table = new FactTable("Conditions", List.of("Condition", "Status", "Reason"));
            node.conditions()
                    .forEach(condition -> table.row(
                            Markup.text("bw-name", condition.type()),
                            Markup.text("", condition.status()),
                            Markup.text("bw-second bw-wrap-anywhere", condition.reason())));
            card.add(table);
        }
        return card;
    }

    private static Component became(List<Event> events, TimeWords times) {
        Div card =
                Markup.box("bw-card", new CardHead("What became of it?", Counted.of(events.size(), "event", "events")));
        if (events.isEmpty()) {
            card.add(Markup.paragraph("Nothing since it is watched for that."));
            return card;
        }
        OrderedList list = new OrderedList();
        list.addClassName("bw-timeline");
        events.forEach(
                event -> list.add(Timeline.item(NodeWords.event(event.kind()), cause(event), event.at(), times)));
        card.add(list);
        return card;
    }

    private static String cause(Event event) {
        String before = event.before().isEmpty() ? "an unknown machine" : "machine " + event.before();
        String after = event.after().isEmpty() ? "an unknown machine" : "machine " + event.after();
        return switch (event.kind()) {
            case APPEARED -> after;
            case VANISHED -> before;
            case RETURNED -> after;
            case REPLACED, MACHINE_CHANGED -> before + " → " + after;
        };
    }

    private static Component facts(NodeDetail node, TimeWords times) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        var row = node.node();
        fact(facts, "Cluster", row.clusterId() == null ? "none" : row.cluster());
        fact(facts, "State", NodeWords.state(row));
        fact(
                facts,
                "Roles",
                row.clusterId() == null ? "none" : row.roles().isEmpty() ? "worker" : String.join(", ", row.roles()));
        fact(facts, "Kubelet", row.clusterId() == null ? "none" : row.kubeletVersion());
        fact(facts, "Runtime", row.containerRuntime());
        fact(facts, "System", row.osImage());
        fact(facts, "Made for containers", node.system().isEmpty() ? "no, or it does not say" : "yes");
        fact(facts, "Kernel", row.kernelVersion());
        fact(facts, "Architecture", row.architecture());
        fact(facts, "Machine id", node.machineId());
        fact(facts, "Addresses", String.join(", ", node.addresses()));
        fact(facts, "First seen", times.exact(row.firstSeenAt()));
        String q = new FilterExpression(List.of())
                .and("cluster", row.cluster())
                .and("node", row.name())
                .toString();
        facts.add(
                new DescriptionList.Term("Pods"),
                new DescriptionList.Description(Markup.link(
                        InventoryNavigation.filteredEverywhere(q), Counted.of(node.pods(), "pod", "pods"))));
        facts.add(
                new DescriptionList.Term("Taints"),
                new DescriptionList.Description(tags(node.taints().stream()
                        .map(taint -> taint.key() + (taint.value().isEmpty() ? "" : "=" + taint.value()) + ":"
                                + taint.effect())
                        .toList())));
        facts.add(
                new DescriptionList.Term("Labels"),
                new DescriptionList.Description(tags(node.labels().entrySet().stream()
                        .map(label ->
                                label.getValue().isEmpty() ? label.getKey() : label.getKey() + "=" + label.getValue())
                        .sorted()
                        .toList())));
        return Markup.box("bw-card", new CardHead("What is it?", ""), facts);
    }

    private static Component tags(List<String> texts) {
        Div tags = Markup.box("bw-labels");
        texts.forEach(text -> tags.add(Markup.text("bw-tag", text)));
        return texts.isEmpty() ? Markup.text("", "none") : tags;
    }

    private static void fact(DescriptionList facts, String term, String value) {
        facts.add(
                new DescriptionList.Term(term),
                new DescriptionList.Description(Markup.text("bw-wrap-anywhere", value.isEmpty() ? "unknown" : value)));
    }
}
