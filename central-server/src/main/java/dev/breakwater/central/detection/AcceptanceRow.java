package dev.breakwater.central.detection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Violations that somebody bears until a date.
 *
 * @param state {@code ACTIVE}, {@code EXPIRED} or {@code ENDED} (taken back before its time)
 * @param filter by which they were chosen, empty = one by one
 * @param accepted how many there were
 */
public record AcceptanceRow(
        UUID id,
        String state,
        String filter,
        String reason,
        String acceptedBy,
        Instant acceptedAt,
        Instant endsAt,
        int accepted,
        @Nullable Instant endedAt,
        String endedBy) {}
