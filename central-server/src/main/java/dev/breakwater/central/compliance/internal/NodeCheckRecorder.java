package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.nodes.NodeEvidenceListener;
import dev.breakwater.engine.compliance.MachineChecks;
import dev.breakwater.engine.machine.MachineEvidence;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the checks of machines of evidence as it arrives, and again where there are other checks since. */
@Component
class NodeCheckRecorder implements NodeEvidenceListener {

    private static final long FIRST_SECONDS = 20;
    private static final long EVERY_SECONDS = 60;
    private static final int AT_ONCE = 20;

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
        table.write(
                nodeId,
                clusterId,
                WorkloadAnswers.of(MachineChecks.judge(found, now, table.expected(nodeId))),
                catalogue.machineVersion(),
                found.collectedAt(),
                now);
    }

    /** After an upgrade there are other checks: what is held is judged anew, some at a time. */
    @Scheduled(initialDelay = FIRST_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void judgeAnew() {
        List<NodeCheckTable.Due> due = table.due(catalogue.machineVersion(), AT_ONCE);
        while (!due.isEmpty()) {
            Map<UUID, UUID> clusters = new HashMap<>();
            due.forEach(one -> clusters.put(one.node(), one.cluster()));
            List<NodeEvidence.Held> read = evidence.getObject().read(List.copyOf(clusters.keySet()));
            read.forEach(held ->
                    arrived(held.state().nodeId(), clusters.get(held.state().nodeId()), held.evidence()));
            due = read.isEmpty() ? List.of() : table.due(catalogue.machineVersion(), AT_ONCE);
        }
    }
}
