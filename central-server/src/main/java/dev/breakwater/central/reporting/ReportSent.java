package dev.breakwater.central.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one way that the files of a job go.
 *
 * @param state {@code QUEUED}, {@code SENDING}, {@code DELIVERED} or {@code DEAD}: given up
 * @param nextAt when it is tried, {@code null} unless it waits
 * @param outcome what the receiver said, or why the last try failed; may be empty
 */
public record ReportSent(
        String kind,
        String target,
        String state,
        int attempts,
        @Nullable Instant nextAt,
        String outcome,
        @Nullable Instant deliveredAt) {}
