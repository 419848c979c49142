package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.Words;
import dev.breakwater.central.platform.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How long messages wait for their receivers, and which targets take none. */
@Component
@Order(4)
class NotificationProbe implements HealthProbe {

    private static final int NAMED = 3;

    private record Waiting(long count, @Nullable Instant oldest) {}

    private final JdbcTemplate jdbc;

    NotificationProbe(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "notifications.waiting";
    }

    @Override
    public String title() {
        return "Messages waiting for their receivers";
    }

    @Override
    public List<HealthReading> read(Instant now) {
        return List.of(waiting(now), failing());
    }

    private HealthReading waiting(Instant now) {
        Waiting waiting = jdbc.queryForObject(
                "select count(*), min(created_at) from notification_deliveries where state in ('QUEUED', 'SENDING')",
                (row, number) -> new Waiting(row.getLong(1), Sql.instantOrNull(row, "min")));
        Instant oldest = waiting == null ? null : waiting.oldest();
        long seconds =
                oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
        return HealthReading.atMost(
                name(),
                title(),
                seconds,
                600,
                7_200,
                new Words(
                        waiting == null || waiting.count() == 0
                                ? "none"
                                : waiting.count() + ", the longest for " + seconds / 60 + " min",
                        "late from 10 min on",
                        "Notifications, Deliveries shows why each was not taken. What waits for a target that is switched off waits"
                                + " until it is switched on, or removed."));
    }

    private HealthReading failing() {
        List<String> failing = jdbc.queryForList("""
                select n.name from notifiers n
                cross join lateral (
                    select d.state, d.last_error from notification_deliveries d
                    where d.notifier_id = n.id and d.tried_at is not null order by d.tried_at desc limit 1) l
                where n.enabled and l.state <> 'DELIVERED' and l.last_error <> '' order by n.name
                """, String.class);
        return HealthReading.atMost(
                "notifications.failing",
                "Targets of notifications that take nothing",
                failing.size(),
                1,
                1_000,
                new Words(
                        failing.isEmpty()
                                ? "none"
                                : String.join(", ", failing.subList(0, Math.min(NAMED, failing.size())))
                                        + (failing.size() > NAMED ? " and " + (failing.size() - NAMED) + " more" : ""),
                        "none may fail",
                        "Notifications shows the error of the last try; test the target there once it is mended."));
    }
}
