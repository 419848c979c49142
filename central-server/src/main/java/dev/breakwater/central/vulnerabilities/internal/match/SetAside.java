package dev.breakwater.central.vulnerabilities.internal.match;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what could not be matched from holding up the rest: it is tried again later, less and less often. */
@Component
class SetAside {

    /** As much of a reason as is kept. */
    private static final int MOST_TEXT = 500;

    /** Five minutes, doubled with each failure, a day at the most. */
    private static final String PAUSE = "least(interval '1 day', interval '5 minutes' * power(2, least(failures, 12)))";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SetAside(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Sets aside the one that is next.
     *
     * @param table in which it waits
     * @param id the column of its number
     * @return whether one waited
     */
    boolean first(String table, String id, String reason) {
        Instant now = clock.instant();
        String kept = reason.substring(0, Math.min(reason.length(), MOST_TEXT)).replace('\0', ' ');
        return jdbc.update(
                        "update " + table + " set not_before = cast(? as timestamptz) + " + PAUSE
                                + ", failures = failures + 1, last_error = ? where " + id + " = (select " + id
                                + " from "
                                + table + " where not_before <= ? order by " + id + " limit 1)",
                        Timestamp.from(now),
                        kept,
                        Timestamp.from(now))
                > 0;
    }
}
