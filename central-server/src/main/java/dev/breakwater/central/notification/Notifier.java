package dev.breakwater.central.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target of messages, without its secret, which nobody can read again.
 *
 * @param email for mail, {@code null} otherwise
 * @param webhook for a webhook, {@code null} otherwise
 * @param bucket for a bucket, {@code null} otherwise
 * @param secretSet whether a secret is kept
 * @param secretMissing it needs one and has none, as after an import: nothing is sent until it is set
 * @param version rises with each change
 */
public record Notifier(
        UUID id,
        String name,
        NotifierKind kind,
        boolean enabled,
        @Nullable EmailSettings email,
        @Nullable WebhookSettings webhook,
        @Nullable BucketSettings bucket,
        boolean secretSet,
        boolean secretMissing,
        int version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        Deliverability deliverability) {

    /**
     * How it goes with a target.
     *
     * @param waiting messages that wait or are tried again
     * @param dead messages that were given up, of those that are kept
     * @param oldestWaiting since when the oldest of those waits
     * @param lastDeliveredAt {@code null} = never yet, as far as is kept
     * @param lastFailedAt when the last try failed, if it was the last thing that happened; {@code null} = it did not
     * @param lastError of that try
     */
    public record Deliverability(
            int waiting,
            int dead,
            @Nullable Instant oldestWaiting,
            @Nullable Instant lastDeliveredAt,
            @Nullable Instant lastFailedAt,
            String lastError) {}
}
