package dev.breakwater.central.notification;

import org.jspecify.annotations.Nullable;

/**
 * A target as somebody wants it.
 *
 * @param name 1 to 63 letters, digits, spaces and {@code . _ -}; namespaces name it in their annotation
 * @param email for mail, {@code null} otherwise
 * @param webhook for a webhook, {@code null} otherwise
 * @param bucket for a bucket, {@code null} otherwise
 * @param secret password of the mail server, key of the signature (16 to 200 characters), or secret key of the bucket; {@code null} = the one that is kept
 */
public record NotifierDraft(
        String name,
        NotifierKind kind,
        boolean enabled,
        @Nullable EmailSettings email,
        @Nullable WebhookSettings webhook,
        @Nullable BucketSettings bucket,
        @Nullable String secret) {

    /** One that is no bucket. */
    public NotifierDraft(
            String name,
            NotifierKind kind,
            boolean enabled,
            @Nullable EmailSettings email,
            @Nullable WebhookSettings webhook,
            @Nullable String secret) {
        this(name, kind, enabled, email, webhook, null, secret);
    }

    @Override
    public String toString() {
        return "NotifierDraft[" + name + ", " + kind + ", secret not shown]";
    }
}
