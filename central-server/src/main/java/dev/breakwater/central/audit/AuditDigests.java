package dev.breakwater.central.audit;

import java.time.Instant;

/** Digests parts of the audit log, for what proves later that nobody changed it. */
public interface AuditDigests {

    /**
     * All entries of a time.
     *
     * @param from the first instant
     * @param to the first that is no longer of it
     */
    AuditDigest of(Instant from, Instant to);

    /** The number of the oldest entry that is kept, 0 = there is none. */
    long oldest();
}
