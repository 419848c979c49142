package dev.breakwater.central.detection;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A violation in a list: what one policy says of one workload.
 *
 * @param policy name of the policy
 * @param state {@code OPEN} or {@code RESOLVED}
 * @param provisional its cluster has not been read completely yet
 * @param closedAt {@code null} while it is open
 */
public record ViolationRow(
        UUID id,
        String policy,
        UUID policyId,
        Severity severity,
        String state,
        boolean provisional,
        WorkloadRef workload,
        List<Evidence> evidence,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant closedAt) {

    /**
     * The workload concerned; kept by name, since it may be gone.
     *
     * @param owner the team, empty = nobody
     */
    public record WorkloadRef(
            UUID id, UUID clusterId, String cluster, String namespace, String kind, String name, String owner) {}

    public ViolationRow {
        evidence = List.copyOf(evidence);
    }
}
