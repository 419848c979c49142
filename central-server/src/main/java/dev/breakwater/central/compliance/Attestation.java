package dev.breakwater.central.compliance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person answers for where no tool can see.
 *
 * @param clusterId {@code null} = all clusters
 * @param statement how the demand is met
 * @param validUntil from when on it no longer counts
 * @param withdrawnAt {@code null} = it stands
 * @param file what goes with it, {@code null} = nothing
 */
public record Attestation(
        UUID id,
        String standard,
        String control,
        @Nullable UUID clusterId,
        String statement,
        String attestedBy,
        Instant attestedAt,
        Instant validUntil,
        @Nullable Instant withdrawnAt,
        @Nullable AttestationFile file) {

    /** Whether it counts. */
    public boolean holds(Instant now) {
        return withdrawnAt == null && validUntil.isAfter(now);
    }
}
