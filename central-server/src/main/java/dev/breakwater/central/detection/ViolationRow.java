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
 * @param state {@code OPEN}, {@code ATTEMPTED} (a gate refused it before it ran), {@code ACCEPTED} (borne until a date), {@code EXCLUDED} (by an exclusion of the policy) or
 *     {@code RESOLVED}
 * @param provisional its cluster has not been read completely yet
 * @param unconfirmed a fact that decides is missing now: it held when it was last judged
 * @param assignee who sees to it, {@code null} = nobody
 * @param silence why it is accepted or excluded, {@code null} unless it is
 * @param resolvedBy who resolved it by hand, empty = it holds no more, or is not resolved
 * @param decisions how many decisions of people it has seen
 * @param policyRevision the revision of the policy set that it was last changed under
 * @param checkId the run of a gate that refused it last, {@code null} = it is about what runs
 * @param closedAt {@code null} while it holds
 */
public record ViolationRow(
        UUID id,
        String policy,
        UUID policyId,
        Severity severity,
        String state,
        boolean provisional,
        boolean unconfirmed,
        @Nullable Assignee assignee,
        @Nullable Silence silence,
        String resolvedBy,
        int decisions,
        long policyRevision,
        @Nullable UUID checkId,
        WorkloadRef workload,
        List<Evidence> evidence,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant closedAt) {

    /**
     * The workload concerned; kept by name, since it may be gone, or never have come.
     *
     * @param owner the team, empty = nobody
     */
    public record WorkloadRef(
            UUID id, UUID clusterId, String cluster, String namespace, String kind, String name, String owner) {}

    /**
     * Why a violation that holds is not open.
     *
     * @param id of the acceptance or exclusion, {@code null} for an exclusion written in the policy itself
     * @param by who decided, empty for an exclusion written in the policy itself
     * @param until when it is open again, {@code null} = until somebody takes it back
     */
    public record Silence(
            @Nullable UUID id,
            String by,
            String reason,
            @Nullable Instant until) {}

    public ViolationRow {
        evidence = List.copyOf(evidence);
    }

    /** The same with other evidence. */
    public ViolationRow withEvidence(List<Evidence> other) {
        return new ViolationRow(
                id,
                policy,
                policyId,
                severity,
                state,
                provisional,
                unconfirmed,
                assignee,
                silence,
                resolvedBy,
                decisions,
                policyRevision,
                checkId,
                workload,
                other,
                openedAt,
                changedAt,
                closedAt);
    }
}
