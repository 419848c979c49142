package dev.breakwater.central.notification;

/** By what a target is reached. */
public enum NotifierKind {
    /** Mail over SMTP. */
    EMAIL,
    /** A signed request over HTTP. */
    WEBHOOK
}
