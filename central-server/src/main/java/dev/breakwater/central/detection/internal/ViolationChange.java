package dev.breakwater.central.detection.internal;

import dev.breakwater.engine.policy.Policy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement changes about one violation.
 *
 * @param word as it stands in the history
 * @param policy that is violated, {@code null} where the evidence stays as it is
 * @param evidence of the verdict that violates, {@code null} where it stays as it is
 * @param state where it stands after it
 * @param exclusionId the exclusion that silences it, where that is kept by itself
 * @param unconfirmed the policy cannot be judged any more; the violation stays as it was
 * @param cause in words
 */
record ViolationChange(
        UUID id,
        Judging judging,
        Word word,
        @Nullable Policy policy,
        @Nullable EvidenceJson evidence,
        State state,
        @Nullable UUID exclusionId,
        boolean unconfirmed,
        String cause) {

    /** The words of the history. */
    enum Word {
        OPENED,
        CHANGED,
        CLOSED,
        REOPENED,
        EXCLUDED
    }
}
