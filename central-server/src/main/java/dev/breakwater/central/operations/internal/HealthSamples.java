package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.HealthSample;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps readings, one for each name and quarter of an hour, for 31 days. */
@Component
public class HealthSamples {

    static final Duration STEP = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(31);
    private static final Duration PACE = Duration.ofDays(30);
    private static final Duration ENOUGH = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofDays(90);

    private final JdbcTemplate jdbc;

    HealthSamples(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps figures of now; another replica may have come first. */
    void keep(Map<String, Double> values, Instant now) {
        long step = STEP.toSeconds();
        Instant slot = Instant.ofEpochSecond(now.getEpochSecond() / step * step);
        Rows rows = Rows.of("text", "float8");
        values.forEach((name, value) -> {
            if (!Double.isNaN(value)) {
                rows.add(name, value);
            }
        });
        rows.update(
                jdbc,
                "insert into health_samples (name, value, at) select u.*, b.at from " + rows.unnest()
                        + " u, (select ?::timestamptz) b(at) on conflict do nothing",
                slot.toString());
        jdbc.update(
                "delete from health_samples where at < ?::timestamptz",
                now.minus(KEPT).toString());
    }

    /** Oldest first. */
    public List<HealthSample> since(String name, Instant from) {
        return jdbc.query(
                "select at, value from health_samples where name = ? and at >= ?::timestamptz order by at",
                (row, number) -> new HealthSample(Sql.instant(row, "at"), row.getDouble("value")),
                name,
                from.toString());
    }

    /**
     * Where a figure will be in 90 days at the pace since the oldest sample of the last 30.
     *
     * @return {@code null} = there are less than two days to tell by
     */
    @Nullable
    Long forecast(String name, long present, Instant now) {
        List<HealthSample> oldest = jdbc.query(
                "select at, value from health_samples where name = ? and at >= ?::timestamptz order by at limit 1",
                (row, number) -> new HealthSample(Sql.instant(row, "at"), row.getDouble("value")),
                name,
                now.minus(PACE).toString());
        if (oldest.isEmpty()) {
            return null;
        }
        Duration seen = Duration.between(oldest.getFirst().at(), now);
        if (seen.compareTo(ENOUGH) < 0) {
            return null;
        }
        double pace = (present - oldest.getFirst().value()) / seen.toSeconds();
        return Math.max(0, Math.round(present + pace * AHEAD.toSeconds()));
    }
}
