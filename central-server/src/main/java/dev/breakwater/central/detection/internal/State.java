package dev.breakwater.central.detection.internal;

/** Where a violation stands, as the database spells it. */
enum State {
    OPEN,
    /** Known and borne until a date. */
    ACCEPTED,
    /** Silenced by an exclusion of its policy. */
    EXCLUDED,
    /** It was refused before it ran. */
    ATTEMPTED,
    /** It holds no more, or was resolved by hand. */
    RESOLVED
}
