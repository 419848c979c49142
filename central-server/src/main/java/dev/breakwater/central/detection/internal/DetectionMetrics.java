package dev.breakwater.central.detection.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much is judged, how much waits, and for how long. */
@Component
class DetectionMetrics {

    private final Counter judged;
    private final Counter unchanged;
    private final Counter errors;

    DetectionMetrics(MeterRegistry meters, JdbcTemplate jdbc, Clock clock) {
        judged = Counter.builder("breakwater.judgement.workloads")
                .description("Workloads judged")
                .tag("result", "judged")
                .register(meters);
        unchanged = Counter.builder("breakwater.judgement.workloads")
                .description("Workloads judged")
                .tag("result", "unchanged")
                .register(meters);
        errors = Counter.builder("breakwater.judgement.errors")
                .description("Judgements in which something failed")
                .register(meters);
        Gauge.builder(
                        "breakwater.judgement.due",
                        () -> number(jdbc, "select count(*) from judgement_due where due_at <= ?::timestamptz", clock))
                .description("Workloads that wait to be judged")
                .register(meters);
        Gauge.builder(
                        "breakwater.judgement.due.age",
                        () -> number(
                                jdbc,
                                "select coalesce(extract(epoch from (b.at - min(due_at))), 0)"
                                        + " from judgement_due, (select ?::timestamptz) b(at) where due_at <= b.at group by b.at",
                                clock))
                .description("How long the first of them waits")
                .baseUnit("seconds")
                .register(meters);
    }

    void judged(List<Judging> judgings, int notJudged) {
        judged.increment(judgings.size());
        unchanged.increment(notJudged);
        errors.increment(judgings.stream().filter(j -> j.errorId() != null).count());
    }

    private static double number(JdbcTemplate jdbc, String sql, Clock clock) {
        List<@Nullable Double> found = jdbc.query(
                sql, (row, number) -> row.getDouble(1), clock.instant().toString());
        return found.stream()
                .filter(n -> n != null)
                .mapToDouble(n -> n)
                .findFirst()
                .orElse(0);
    }
}
