package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.risk.OpenViolation;
import java.util.List;
import java.util.UUID;

/**
 * A change that applies to a workload, made alone.
 *
 * @param score the score after it
 * @param drop by how much the score falls; negative if it rises
 * @param unknownFactors of the score after it
 * @param closes the violations that it closes
 * @param together the violations that it helps to close, each with what else must change
 */
public record Suggestion(
        Change change,
        double score,
        int unknownFactors,
        double drop,
        List<OpenViolation> closes,
        List<Together> together) {

    /**
     * A violation that a change closes only together with others.
     *
     * @param others what must change, too
     */
    public record Together(OpenViolation violation, List<Change> others) {

        public Together {
            others = List.copyOf(others);
        }
    }

    public Suggestion {
        closes = List.copyOf(closes);
        together = List.copyOf(together);
    }

    /** Whether it closes the violation of this policy. */
    public boolean closesPolicy(UUID policyId) {
        return closes.stream().anyMatch(v -> v.policyId().equals(policyId));
    }
}
