package dev.breakwater.central.reporting;

import java.time.Instant;
import java.util.List;

/**
 * A schedule as people read it.
 *
 * @param words such as {@code every Monday at 07:30 (Europe/Berlin)}
 * @param next when it is due next, up to three times
 */
public record ScheduleWords(String words, List<Instant> next) {

    public ScheduleWords {
        next = List.copyOf(next);
    }
}
