package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.inventory.ClusterNodes.Located;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.EvidenceState.Freshness;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.nodes.NodeEvidenceListener;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.scanner.MachineCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredEvidence implements NodeEvidence {

    /** Clocks of machines differ by so much at the most. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

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
        Located node = located(nodeId, AccessScope.EVERYTHING);
        MachineEvidence evidence = parse(json);
        // As the database keeps it, so that the answer is what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (evidence.collectedAt().isAfter(now.plus(AHEAD))) {
            throw new InvalidRequest(
                    "collectedAt", evidence.collectedAt().toString(), "a time that has been; it is " + now + " here");
        }
        String problem = problem(node, evidence);
        if (!problem.isEmpty() && (!force || isAgent())) {
            // A token of nodes lies on every machine: one that was taken over must not speak for another.
            throw new Conflict("This is not kept: " + problem
                    + ". An administrator may repeat it with force=true to keep it all the same.");
        }
        EvidenceState state = new EvidenceState(
                nodeId,
                Freshness.FRESH,
                evidence.collectedAt().truncatedTo(ChronoUnit.MICROS),
                now,
                evidence.collector(),
                evidence.machine().machineId(),
                evidence.machine().hostname(),
                actors.current().name(),
                !problem.isEmpty(),
                EvidenceDocument.hash(json),
                json.length,
                evidence.unread().size(),
                evidence.packages().size());
        table.write(node.clusterId(), state, EvidenceDocument.pack(json));
        listeners.forEach(listener -> listener.arrived(nodeId, node.clusterId(), evidence));
        if (!problem.isEmpty() || !isAgent()) {
            audit(node, state, problem);
        }
        return table.state(nodeId).orElse(state);
    }

    /** What nodes send by themselves, again and again, is in the history of their evidence. */
    private static boolean isAgent() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getAuthorities().stream().anyMatch(one -> "ROLE_NODE".equals(one.getAuthority()));
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

    private String problem(Located node, MachineEvidence evidence) {
        String other = MachineMatch.problem(node.node(), evidence.machine());
        if (!other.isEmpty()) {
            return other;
        }
        return table.state(node.id())
                .map(EvidenceState::collectedAt)
                .filter(held -> held.isAfter(evidence.collectedAt()))
                .map(held -> "the evidence is of " + evidence.collectedAt() + ", older than that of " + held
                        + " which is here already")
                .orElse("");
    }

    private static MachineEvidence parse(byte[] json) {
        try {
            return MachineCodec.read(json);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(
                    "evidence",
                    String.valueOf(e.getMessage()),
                    "a document of sensor-agent --node, format " + MachineEvidence.FORMAT + ", at most " + MOST_BYTES
                            + " bytes");
        }
    }

    private void requireKnown(UUID nodeId, AccessScope scope) {
        nodes.known(nodeId, scope).orElseThrow(() -> new NotFound("node", nodeId.toString()));
    }

    private Located located(UUID nodeId, AccessScope scope) {
        return nodes.find(nodeId, scope).orElseThrow(() -> new NotFound("node", nodeId.toString()));
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
}
