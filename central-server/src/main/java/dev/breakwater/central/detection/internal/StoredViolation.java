package dev.breakwater.central.detection.internal;

import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A violation as it is kept, as far as it is compared.
 *
 * @param exclusionId the exclusion that silences it, where that is kept by itself
 * @param acceptedUntil when its acceptance ends, {@code null} if there is none or somebody ended it
 * @param paused it closed since its policy was switched off
 * @param unconfirmed its policy could not be judged the last time
 */
record StoredViolation(
        UUID id,
        UUID workloadId,
        UUID policyId,
        String policyName,
        State state,
        @Nullable UUID exclusionId,
        @Nullable Instant acceptedUntil,
        boolean paused,
        Severity severity,
        byte[] evidenceHash,
        boolean unconfirmed,
        String team,
        boolean platform) {

    boolean open() {
        return state == State.OPEN;
    }

    /** Whether it holds, whatever people decided of it. */
    boolean standing() {
        return state != State.RESOLVED;
    }

    /** Whether somebody bears it, and still does at that instant. */
    boolean accepted(Instant at) {
        return state == State.ACCEPTED && isBorne(at);
    }

    private boolean isBorne(Instant at) {
        return acceptedUntil != null && acceptedUntil.isAfter(at);
    }

    /** Where it stands once its policy, which was switched off, finds it again. */
    State resumed(Instant at) {
        return isBorne(at) ? State.ACCEPTED : State.OPEN;
    }
}
