package dev.breakwater.central.notification;

/** By what a target is reached. */
public enum NotifierKind {
    /** Mail over SMTP. */
    EMAIL,
    /** A signed request over HTTP. */
    WEBHOOK,
    /** Objects in a bucket of an S3-compatible store. */
    S3
}
