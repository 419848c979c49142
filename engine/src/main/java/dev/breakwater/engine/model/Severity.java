package dev.breakwater.engine.model;

/** The one severity scale of every wire and page, mildest first; {@link #UNKNOWN} is not the lowest but no answer. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL,
    UNKNOWN
}
