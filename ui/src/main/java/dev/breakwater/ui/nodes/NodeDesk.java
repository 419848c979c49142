package dev.breakwater.ui.nodes;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.compliance.NodeResults;
import dev.breakwater.central.nodes.DrainPlans;
import dev.breakwater.central.nodes.Machines;
import dev.breakwater.central.nodes.NodeActions;
import dev.breakwater.central.nodes.NodeDetail;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.nodes.Nodes;
import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.NodeFindings;
import dev.breakwater.central.vulnerabilities.NodeVulnerabilities;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.ui.part.LiveUpdates;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the page of a node works with, within the rights of the present reader. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
record NodeDesk(
        Nodes nodes,
        NodeEvidence evidence,
        NodeResults results,
        NodeVulnerabilities vulnerabilities,
        Machines machines,
        Exports exports,
        NodeActions actions,
        DrainPlans plans,
        EvidenceUpload upload,
        AuthenticationContext person,
        LiveUpdates live,
        Readers readers,
        Clock clock) {

    NodeFindings findings(UUID id) {
        return vulnerabilities.summary(id, readers.scope());
    }

    boolean mayForget() {
        return person.hasRole("ADMIN");
    }

    NodeDetail node(UUID id) {
        return nodes.get(id, readers.scope());
    }

    NodeResults.OfNode results(UUID id) {
        return results.of(id, readers.scope());
    }

    MachineEvidence evidence(UUID id) {
        return evidence.of(id, readers.scope()).evidence();
    }

    List<NodeEvidence.Receipt> receipts(UUID id) {
        return evidence.receipts(id, readers.scope());
    }

    /** What can be done to it, and what was ordered. */
    NodeHand hand(UUID id) {
        NodeDetail node = node(id);
        if (node.vanishedAt() != null || node.node().clusterId() == null) {
            // No sensor would do anything to it.
            return new NodeHand(List.of(), List.of(), false);
        }
        return new NodeHand(
                actions.offers(id, readers.scope()), actions.of(id, readers.scope()), person.hasRole("ADMIN"));
    }

    DrainPlans.Planned plan(UUID id) {
        return plans.of(id, readers.scope());
    }

    NodeOrder order(UUID id, NodeActions.Wish wish) {
        return actions.order(id, wish);
    }

    /** Takes back what nobody has yet. */
    void withdraw(NodeOrder order) {
        actions.withdraw(order.nodeId(), order.id());
    }
}
