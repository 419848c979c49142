package dev.breakwater.central.access;

/** What a person or token may do. */
public enum Role {
    /** Everything. */
    ADMIN,
    /** Reads everything but the audit log, changes nothing. */
    ANALYST
}
