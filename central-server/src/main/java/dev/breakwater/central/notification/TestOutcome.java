package dev.breakwater.central.notification;

/**
 * What came of a test message.
 *
 * @param delivered the mail server or the receiver took it
 * @param detail the answer, or the real error: the SMTP answer, what TLS refused, the HTTP status with the start of its body
 * @param milliseconds how long it took
 */
public record TestOutcome(boolean delivered, String detail, long milliseconds) {}
