package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.nodes.NodeEvidenceListener;
import dev.breakwater.central.nodes.NodeLooks;
import dev.breakwater.central.nodes.NodeOrder.State;
import dev.breakwater.engine.machine.MachineEvidence;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders to look, in the hands of agents. The evidence itself says that one is done. */
@Component
class LookOrders implements NodeLooks, NodeEvidenceListener {

    private final AskingAgents agents;
    private final OrderTable table;
    private final OrderEnds ends;
    private final Clock clock;

    LookOrders(AskingAgents agents, OrderTable table, OrderEnds ends, Clock clock) {
        this.agents = agents;
        this.table = table;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasAnyRole('ADMIN', 'NODE')")
    public Optional<UUID> asked(UUID nodeId) {
        Instant now = clock.instant();
        agents.ask(nodeId, now);
        return table.handOutLook(nodeId, now);
    }

    @Override
    public void arrived(UUID nodeId, UUID clusterId, MachineEvidence evidence) {
        table.openLook(nodeId)
                .ifPresent(order -> ends.end(
                        order,
                        clusterId,
                        State.DONE,
                        "Evidence of " + evidence.collectedAt().truncatedTo(ChronoUnit.SECONDS)
                                + " arrived, from an agent of the version " + bounded(evidence.collector()) + "."));
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(100, text.length()));
    }
}
