package dev.breakwater.central.reporting.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps when the parts that make reports were last at work, so that any replica can tell whether somebody is. */
@Component
class SignsOfLife {

    /** What makes reports. */
    enum Part {
        /** Looks at schedules. */
        CLOCK,
        /** Makes what waits. */
        MAKER,
        /** Brings what was made. */
        SENDER
    }

    /** A part that looks more often says so no oftener. */
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<Part, Instant> told = new ConcurrentHashMap<>();

    SignsOfLife(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Says that a part is about to look for work. */
    void of(Part part) {
        Instant now = clock.instant();
        Instant last = told.get(part);
        if (last == null || Duration.between(last, now).abs().compareTo(EVERY) >= 0) {
            jdbc.update(
                    "insert into report_workers (part, seen_at) values (?, ?::timestamptz) on conflict (part) do update set"
                            + " seen_at = greatest(report_workers.seen_at, excluded.seen_at)",
                    part.name(),
                    now.toString());
            told.put(part, now);
        }
    }
}
