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
 * @param paused it closes since its policy was switched off: when it stands again, it does as before
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
        String cause,
        boolean paused) {

    /** One that is not paused. */
    ViolationChange(
            UUID id,
            Judging judging,
            Word word,
            @Nullable Policy policy,
            @Nullable EvidenceJson evidence,
            State state,
            @Nullable UUID exclusionId,
            boolean unconfirmed,
            String cause) {
        this(id, judging, word, policy, evidence, state, exclusionId, unconfirmed, cause, false);
    }

    /** The words of the history. */
    enum Word {
        OPENED,
        CHANGED,
        CLOSED,
        REOPENED,
        EXCLUDED
    }
}
