package dev.breakwater.central.detection;

import dev.breakwater.engine.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision over violations did, or would do.
 *
 * @param id by which it can be undone; {@code null} if nothing was changed
 * @param matched how many were selected
 * @param changed how many changed, or would
 * @param unchanged how many are so already
 * @param refused how many cannot be changed so, by reason
 * @param bySeverity those that change
 * @param sample the first of those that change
 */
public record DecisionOutcome(
        @Nullable UUID id,
        int matched,
        int changed,
        int unchanged,
        List<Refusal> refused,
        Map<Severity, Integer> bySeverity,
        List<Touched> sample) {

    /** Violations that a decision does not fit, and why. */
    public record Refusal(String reason, int violations) {}

    /** A violation by its names. */
    public record Touched(
            UUID id, String policy, Severity severity, String cluster, String namespace, String workload) {}

    public DecisionOutcome {
        refused = List.copyOf(refused);
        bySeverity = Map.copyOf(bySeverity);
        sample = List.copyOf(sample);
    }
}
