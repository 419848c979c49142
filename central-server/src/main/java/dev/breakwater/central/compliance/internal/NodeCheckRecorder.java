package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.internal.NodeCheckTable.Kept;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.nodes.NodeEvidenceListener;
import dev.breakwater.engine.compliance.MachineChecks;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.rule.EvidenceFingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the checks of machines of evidence as it arrives, unless it is what was judged before, and again where there are other checks since. */
@Component
class NodeCheckRecorder implements NodeEvidenceListener {

    private static final long FIRST_SECONDS = 20;
    private static final long EVERY_SECONDS = 60;
    private static final int AT_ONCE = 50;
    /** Passwords run out, and files grow old, though nothing was changed. */
    private static final Duration AT_LEAST_EVERY = Duration.ofHours(12);

    private final NodeCheckTable table;
    private final CheckCatalogue catalogue;
    private final ObjectProvider<NodeEvidence> evidence;
    private final Clock clock;

    NodeCheckRecorder(
            NodeCheckTable table, CheckCatalogue catalogue, ObjectProvider<NodeEvidence> evidence, Clock clock) {
        this.table = table;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public void arrived(UUID nodeId, @Nullable UUID clusterId, MachineEvidence found) {
        Instant now = clock.instant();
        Set<String> expected = table.expected(nodeId);
        byte[] fingerprint = fingerprint(found, expected);
        if (!table.seenAgain(
                nodeId, fingerprint, catalogue.machineVersion(), found.collectedAt(), now.minus(AT_LEAST_EVERY))) {
            table.write(
                    List.of(judged(nodeId, clusterId, found, expected, fingerprint, now)),
                    catalogue.machineVersion(),
                    now);
        }
    }

    /** Of all that the answers are made of. */
    private static byte[] fingerprint(MachineEvidence found, Set<String> expected) {
        byte[] ofEvidence = EvidenceFingerprint.of(found);
        byte[] also = String.join(",", new TreeSet<>(expected)).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(ofEvidence.length + also.length)
                .put(ofEvidence)
                .put(also)
                .array();
    }

    private static Kept judged(
            UUID nodeId,
            @Nullable UUID clusterId,
            MachineEvidence found,
            Set<String> expected,
            byte[] fingerprint,
            Instant now) {
        return new Kept(
                nodeId,
                clusterId,
                WorkloadAnswers.of(MachineChecks.judge(found, now, expected)),
                fingerprint,
                found.collectedAt());
    }

    /** After an upgrade there are other checks: what is held is judged anew, some at a time. */
    @Scheduled(initialDelay = FIRST_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    synchronized void judgeAnew() {
        List<NodeCheckTable.Due> due = table.due(catalogue.machineVersion(), AT_ONCE);
        while (!due.isEmpty()) {
            Map<UUID, UUID> clusters = new HashMap<>();
            due.forEach(one -> clusters.put(one.node(), one.cluster()));
            Instant now = clock.instant();
            Set<UUID> withKubelet = table.withKubelet(clusters.keySet());
            List<Kept> judged = evidence.getObject().each(List.copyOf(clusters.keySet()), held -> {
                UUID node = held.state().nodeId();
                Set<String> expected = NodeCheckTable.expected(withKubelet.contains(node));
                byte[] fingerprint = fingerprint(held.evidence(), expected);
                return judged(node, clusters.get(node), held.evidence(), expected, fingerprint, now);
            });
            table.write(judged, catalogue.machineVersion(), now);
            due = judged.isEmpty() ? List.of() : table.due(catalogue.machineVersion(), AT_ONCE);
        }
    }
}
