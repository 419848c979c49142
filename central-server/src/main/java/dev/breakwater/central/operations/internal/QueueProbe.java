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

/** How long workloads wait for their judgement, and how many judgements fail. */
@Component
@Order(2)
class QueueProbe implements HealthProbe {

    private record Waiting(long due, @Nullable Instant oldest, long failed) {}

    private final JdbcTemplate jdbc;

    QueueProbe(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "judgement.wait";
    }

    @Override
    public String title() {
        return "Workloads waiting for judgement";
    }

    @Override
    public List<HealthReading> read(Instant now) {
        Waiting waiting = jdbc.queryForObject(
                """
                select (select count(*) from judgement_due where due_at <= b.at),
                    (select min(due_at) from judgement_due), (select count(*) from judgements where error_id is not null)
                from (select ?::timestamptz) b(at)
                """,
                (row, number) -> new Waiting(row.getLong(1), Sql.instantOrNull(row, "min"), row.getLong(3)),
                now.toString());
        if (waiting == null) {
            throw new IllegalStateException("the queue said nothing of itself");
        }
        Instant oldest = waiting.oldest();
        long seconds =
                oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
        return List.of(
                HealthReading.atMost(
                        name(),
                        title(),
                        seconds,
                        60,
                        600,
                        new Words(
                                waiting.due() == 0 ? "none" : waiting.due() + ", the longest for " + seconds + " s",
                                "late from 60 s on",
                                "After a wide change this passes. If it stays, give central more processor, or raise"
                                        + " breakwater.judgement.workers.")),
                HealthReading.atMost(
                        "judgement.failed",
                        "Failed judgements",
                        waiting.failed(),
                        1,
                        1_000,
                        new Words(
                                String.valueOf(waiting.failed()),
                                "none may fail",
                                "Coverage lists them with the ids under which the log has more. Their verdicts are those of"
                                        + " before.")));
    }
}
