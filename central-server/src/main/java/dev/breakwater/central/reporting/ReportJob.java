package dev.breakwater.central.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One making of a report.
 *
 * @param definitionId {@code null} = the definition was deleted since
 * @param name of the report at that time
 * @param author with whose rights it is made
 * @param cause {@code SCHEDULE}, or {@code REQUEST}: somebody asked
 * @param askedBy who asked, {@code system} for a schedule
 * @param dueAt the moment of the schedule; the first of those that were missed while nobody was there; {@code null} = asked for
 * @param progress in percent
 * @param step what is being done, in words
 * @param reason why it failed, or what the attempt before this failed by; may be empty
 * @param attempts how often it was begun
 * @param nextAt when it is tried, {@code null} unless it waits
 * @param dataAsOf of the one snapshot that all its files are made from
 * @param rights what the author might see then, in words
 * @param expiresAt until when its files are kept, {@code null} = there are none (any more)
 * @param files the report first, then what lies beside
 */
public record ReportJob(
        UUID id,
        @Nullable UUID definitionId,
        String name,
        ReportKind kind,
        String author,
        String cause,
        String askedBy,
        @Nullable Instant dueAt,
        State state,
        int progress,
        String step,
        String reason,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant dataAsOf,
        String rights,
        @Nullable Instant expiresAt,
        List<ReportFile> files,
        List<ReportSent> deliveries) {

    /** How far a job is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        /** Given up, with a reason. */
        FAILED,
        CANCELLED
    }

    public ReportJob {
        files = List.copyOf(files);
        deliveries = List.copyOf(deliveries);
    }

    /** Whether nothing more will happen to it by itself. */
    public boolean ended() {
        return state != State.QUEUED && state != State.RUNNING;
    }
}
