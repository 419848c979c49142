package dev.breakwater.central.access;

/** What a person or token may do. */
public enum Role {
    /** Everything. */
    ADMIN,
    /** Reads everything but the audit log, changes nothing. */
    ANALYST,
    /** Judges what a pipeline is about to deliver, and records that it did; reads nothing else. For API tokens only. */
    PIPELINE,
    /** Brings what a look at a node found, and asks whether one is wanted; reads nothing else. For API tokens only. */
    NODE;

    /** Whether a person may have it. */
    public boolean isForPeople() {
        return this == ADMIN || this == ANALYST;
    }
}
