package dev.breakwater.central.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Data that grows, and how long it is kept.
 *
 * @param name of the rule, as in {@code breakwater.retention.days.<name>}
 * @param what what it is, in words
 * @param days how long it is kept
 * @param bytes the size of its tables with their indexes
 * @param bytesIn90Days at the pace of the last 30 days, {@code null} = not seen long enough to tell
 * @param lastRun when too old data was last deleted, {@code null} = not yet
 * @param deleted how much that deleted
 * @param problem why the last run did not end well, empty = it did
 */
public record KeptData(
        String name,
        String what,
        int days,
        long bytes,
        @Nullable Long bytesIn90Days,
        @Nullable Instant lastRun,
        long deleted,
        String problem) {}
