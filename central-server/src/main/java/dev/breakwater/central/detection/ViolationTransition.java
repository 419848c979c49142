package dev.breakwater.central.detection;

import dev.breakwater.engine.model.Severity;
import java.util.UUID;

/**
 * A violation that opened or is resolved.
 *
 * @param severity of the policy
 * @param owner the team that owns the workload, empty = nobody is known
 */
public record ViolationTransition(
        UUID violationId,
        Kind kind,
        UUID policyId,
        String policyName,
        Severity severity,
        UUID clusterId,
        String namespace,
        String workloadKind,
        String workloadName,
        String owner) {

    /** What became of it. */
    public enum Kind {
        /** It holds, and did not before or was silent. */
        OPENED,
        /** It no longer holds, or somebody says so where it cannot be judged. */
        RESOLVED
    }
}
