package dev.breakwater.central.detection.internal;

import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A violation as it is kept, as far as it is compared.
 *
 * @param exclusionId the exclusion that silences it, where that is kept by itself
 * @param acceptedUntil when its acceptance ends
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
        return state == State.ACCEPTED && acceptedUntil != null && acceptedUntil.isAfter(at);
    }
}
