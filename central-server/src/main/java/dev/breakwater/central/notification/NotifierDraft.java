package dev.breakwater.central.notification;

import org.jspecify.annotations.Nullable;

/**
 * A target as somebody wants it.
 *
 * @param name 1 to 63 letters, digits, spaces and {@code . _ -}; namespaces name it in their annotation
 * @param email for mail, {@code null} otherwise
 * @param webhook for a webhook, {@code null} otherwise
 * @param secret password of the mail server, or key of the signature (16 to 200 characters); {@code null} = the one that is kept
 */
public record NotifierDraft(
        String name,
        NotifierKind kind,
        boolean enabled,
        @Nullable EmailSettings email,
        @Nullable WebhookSettings webhook,
        @Nullable String secret) {

    @Override
    public String toString() {
        return "NotifierDraft[" + name + ", " + kind + ", secret not shown]";
    }
}
