package dev.breakwater.engine.policy;

import java.util.UUID;

/**
 * An evaluation that broke: the policy's verdict is unknown, the others stand.
 *
 * @param errorId the id that the verdict shows; the same failure on the same workload has the same
 */
public record EvaluationFailure(UUID errorId, UUID policyId, UUID workloadId, Throwable cause) {}
