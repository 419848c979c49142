package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.inventory.ClusterNodes.Located;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.nodes.NodeEvidenceListener;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.machine.MachineEvidence;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredEvidence implements NodeEvidence {

    private final ClusterNodes nodes;
    private final EvidenceTable table;
    private final List<NodeEvidenceListener> listeners;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredEvidence(
            ClusterNodes nodes,
            EvidenceTable table,
            List<NodeEvidenceListener> listeners,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.nodes = nodes;
        this.table = table;
        this.listeners = listeners;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasAnyRole('ADMIN', 'NODE')")
    public EvidenceState accept(UUID nodeId, byte[] json, boolean force) {
        Located node = located(nodeId);
        ReceivedEvidence received = ReceivedEvidence.read(json, clock.instant());
        MachineEvidence evidence = received.evidence();
        String other = MachineMatch.problem(node.node(), evidence.machine());
        String problem = other.isEmpty() ? older(node, evidence) : other;
        if (!problem.isEmpty() && (!force || ReceivedEvidence.isByAgent())) {
            // A token of nodes lies on every machine: one that was taken over must not speak for another.
            throw ReceivedEvidence.refused(problem, force);
        }
        EvidenceState state = received.state(nodeId, actors.current().name(), !other.isEmpty());
        table.write(node.clusterId(), state, EvidenceDocument.pack(json));
        listeners.forEach(listener -> listener.arrived(nodeId, node.clusterId(), evidence));
        if (!problem.isEmpty() || !ReceivedEvidence.isByAgent()) {
            audit(node, state, problem);
        }
        return table.state(nodeId).orElse(state);
    }

    private void audit(Located node, EvidenceState state, String problem) {
        audit.record(
                problem.isEmpty() ? "received" : "forced",
                "node evidence",
                node.id().toString(),
                node.node().meta().name(),
                null,
                Map.of("hash", state.hash(), "size", state.size(), "problem", problem));
    }

    private String older(Located node, MachineEvidence evidence) {
        return table.state(node.id())
                .map(EvidenceState::collectedAt)
                .filter(held -> held.isAfter(evidence.collectedAt()))
                .map(held -> "the evidence is of " + evidence.collectedAt() + ", older than that of " + held
                        + " which is here already")
                .orElse("");
    }

    private void requireKnown(UUID nodeId, AccessScope scope) {
        nodes.known(nodeId, scope).orElseThrow(() -> new NotFound("node", nodeId.toString()));
    }

    private Located located(UUID nodeId) {
        return nodes.find(nodeId, AccessScope.EVERYTHING).orElseThrow(() -> new NotFound("node", nodeId.toString()));
    }

    @Override
    public UUID nodeOf(String cluster, String node) {
        return nodes.find(cluster, node).orElseThrow(() -> new NotFound("node", cluster + "/" + node));
    }

    @Override
    public EvidenceState state(UUID nodeId, AccessScope scope) {
        requireKnown(nodeId, scope);
        return table.state(nodeId).orElseGet(() -> EvidenceState.none(nodeId));
    }

    @Override
    public Held of(UUID nodeId, AccessScope scope) {
        requireKnown(nodeId, scope);
        return table.read(List.of(nodeId)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("evidence of node", nodeId.toString()));
    }

    @Override
    public List<Receipt> receipts(UUID nodeId, AccessScope scope) {
        requireKnown(nodeId, scope);
        return table.receipts(nodeId, MOST_RECEIPTS);
    }

    @Override
    public List<Held> read(List<UUID> nodeIds) {
        return table.read(nodeIds);
    }

    @Override
    public <T> List<T> each(List<UUID> nodeIds, Function<Held, T> what) {
        return table.packed(nodeIds).parallelStream()
                .map(packed -> what.apply(packed.open()))
                .toList();
    }
}
