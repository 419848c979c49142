package dev.breakwater.central.notification.internal.target;

import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.WebhookSettings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target with all that sending needs, in memory only.
 *
 * @param secret password or key, empty = none
 */
public record Target(
        UUID id,
        String name,
        NotifierKind kind,
        @Nullable EmailSettings email,
        @Nullable WebhookSettings webhook,
        @Nullable BucketSettings bucket,
        String secret) {

    /** One that is no bucket. */
    public Target(
            UUID id,
            String name,
            NotifierKind kind,
            @Nullable EmailSettings email,
            @Nullable WebhookSettings webhook,
            String secret) {
        this(id, name, kind, email, webhook, null, secret);
    }

    /** Whether it cannot be used before a secret is set: requests are signed, and who signs in has a password. */
    public boolean misses() {
        return secret.isEmpty() && needsSecret(kind, email);
    }

    static boolean needsSecret(NotifierKind kind, @Nullable EmailSettings email) {
        return kind != NotifierKind.EMAIL || (email != null && !email.username().isEmpty());
    }

    @Override
    public String toString() {
        return "Target[" + name + ", " + kind + "]";
    }
}
