package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.risk.OpenViolation;
import java.util.List;
import java.util.UUID;

/**
 * A change that applies to a workload, made alone.
 *
 * @param score the score after it
 * @param drop by how much the score falls; negative if it rises
 * @param closes the violations that it closes
 */
public record Suggestion(Change change, double score, double drop, List<OpenViolation> closes) {

    public Suggestion {
        closes = List.copyOf(closes);
    }

    /** Whether it closes the violation of this policy. */
    public boolean closesPolicy(UUID policyId) {
        return closes.stream().anyMatch(v -> v.policyId().equals(policyId));
    }
}
