package dev.breakwater.central.notification;

import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to a target and what became of it.
 *
 * @param id also in the message, so that a receiver knows one that comes twice
 * @param notifierId the target, which may be gone by now
 * @param title what it says, in one line
 * @param severity the highest that it tells of
 * @param state {@code QUEUED}, {@code SENDING}, {@code DELIVERED}, or {@code DEAD}: given up
 * @param attempts since it was made, or last replayed
 * @param nextAt when it is tried (again), {@code null} = it is not
 * @param lastError of the last try that failed, empty if none did
 * @param replays how often somebody sent it again
 */
public record Delivery(
        UUID id,
        UUID notifierId,
        String notifier,
        String title,
        Severity severity,
        String state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant triedAt,
        @Nullable Instant deliveredAt,
        String lastError,
        int replays) {}
