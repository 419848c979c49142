package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.Policy.Exclusion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one policy says of one workload.
 *
 * @param evidence sorted and free of doubles, so that equal facts give equal verdicts; empty unless violated, or excluded
 *     and else violated: what an exclusion silences stays to be seen
 * @param unknown what was missing; empty unless the outcome is unknown, or excluded and else unknown
 * @param exclusion the one that holds longest; {@code null} unless excluded
 * @param validUntil the first instant at which the outcome or the evidence may change by time alone, {@code null} = never
 */
public record Verdict(
        UUID policyId,
        Outcome outcome,
        List<Evidence> evidence,
        List<UnknownFact> unknown,
        @Nullable Exclusion exclusion,
        @Nullable Instant validUntil) {

    /** A verdict that no exclusion has a part in. */
    public Verdict(
            UUID policyId,
            Outcome outcome,
            List<Evidence> evidence,
            List<UnknownFact> unknown,
            @Nullable Instant validUntil) {
        this(policyId, outcome, evidence, unknown, null, validUntil);
    }

    /** The outcomes; {@code UNKNOWN} is never a pass. */
    public enum Outcome {
        /** The workload does what the policy forbids. */
        VIOLATED,
        /** It does not. */
        CLEAN,
        /** A fact that decides is missing, or the evaluation failed. */
        UNKNOWN,
        /** Outside of the policy's scope. */
        OUT_OF_SCOPE,
        /** It would apply, but an exclusion that has not expired takes it out. */
        EXCLUDED
    }

    public Verdict {
        evidence = List.copyOf(evidence);
        unknown = List.copyOf(unknown);
    }
}
