package dev.breakwater.central.images;

import java.time.Duration;

/** How old scans may be. */
public interface ScanAges {

    /** A scan older than this is stale. */
    Duration scanMaxAge();
}
