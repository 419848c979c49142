package dev.breakwater.central.notification;

/**
 * Where requests go; the key of their signature is kept apart.
 *
 * @param url {@code https://…}; {@code http://…} only to what {@code breakwater.notifications.allowed-targets} names. Without
 *     user, password and fragment
 */
public record WebhookSettings(String url) {}
