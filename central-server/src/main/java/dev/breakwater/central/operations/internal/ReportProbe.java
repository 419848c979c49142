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

/** Whether somebody makes reports, and what became of them in the last day. Tells counts and targets, and no names of reports. */
@Component
@Order(5)
class ReportProbe implements HealthProbe {

    private static final int NAMED = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String PAGE = "The page Reports, All that was made, shows ";

    /** A part without a sign of life is {@code null}. */
    private record Life(
            @Nullable Instant clock,
            @Nullable Instant maker,
            @Nullable Instant sender) {}

    private record Jobs(
            long waiting, long running, @Nullable Instant oldest) {}

    private record Ended(long failed, long made) {}

    private record Overdue(long count, @Nullable Instant oldest) {}

    private final JdbcTemplate jdbc;

    ReportProbe(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "reports.makers";
    }

    @Override
    public String title() {
        return "What makes and sends reports";
    }

    @Override
    public List<HealthReading> read(Instant now) {
        return List.of(makers(now), waiting(now), failed(now), overdue(now), deliveries(now));
    }

    /** Whoever makes or sends for long says nothing but by the lease of what it has. */
    private HealthReading makers(Instant now) {
        Life life = jdbc.queryForObject(
                """
                select max(w.seen_at) filter (where w.part = 'CLOCK') as clock,
                    case when exists (select 1 from report_jobs j where j.state = 'RUNNING' and j.leased_until > b.at) then b.at
                        else max(w.seen_at) filter (where w.part = 'MAKER') end as maker,
                    case when exists (select 1 from report_deliveries d where d.state = 'SENDING' and d.leased_until > b.at) then b.at
                        else max(w.seen_at) filter (where w.part = 'SENDER') end as sender
                from (select ?::timestamptz) b(at) left join report_workers w on true group by b.at
                """,
                (row, number) -> new Life(
                        Sql.instantOrNull(row, "clock"),
                        Sql.instantOrNull(row, "maker"),
                        Sql.instantOrNull(row, "sender")),
                now.toString());
        String advice =
                "One central at least must make them: breakwater.reports.workers above 0. If one does, its log says why it"
                        + " stands still; a restart begins anew, and loses no report.";
        if (life == null || life.clock() == null || life.maker() == null || life.sender() == null) {
            return HealthReading.unknown(name(), title(), "never seen", advice);
        }
        long seconds =
                Math.max(seconds(life.clock(), now), Math.max(seconds(life.maker(), now), seconds(life.sender(), now)));
        return HealthReading.atMost(
                name(),
                title(),
                seconds,
                120,
                600,
                new Words("seen " + seconds + " s ago", "late from 120 s on", advice));
    }

    private HealthReading waiting(Instant now) {
        Jobs jobs = jdbc.queryForObject(
                """
                select count(*) filter (where state = 'QUEUED') as waiting, count(*) filter (where state = 'RUNNING') as running,
                    min(next_at) filter (where state = 'QUEUED' and next_at <= b.at
                        or state = 'RUNNING' and leased_until <= b.at) as oldest
                from report_jobs, (select ?::timestamptz) b(at) where state in ('QUEUED', 'RUNNING')
                """,
                (row, number) ->
                        new Jobs(row.getLong("waiting"), row.getLong("running"), Sql.instantOrNull(row, "oldest")),
                now.toString());
        Instant oldest = jobs == null ? null : jobs.oldest();
        long seconds = oldest == null ? 0 : seconds(oldest, now);
        String shown = jobs == null || jobs.waiting() + jobs.running() == 0
                ? "none"
                : jobs.waiting() + " waiting, " + jobs.running() + " being made"
                        + (oldest == null ? "" : ", the longest due for " + seconds / 60 + " min");
        return HealthReading.atMost(
                "reports.waiting",
                "Reports waiting to be made",
                seconds,
                600,
                7_200,
                new Words(
                        shown,
                        "late from 10 min on",
                        "Long reports pass by themselves. If it stays, raise breakwater.reports.workers, or narrow the filters of"
                                + " the long ones."));
    }

    private HealthReading failed(Instant now) {
        Ended ended = jdbc.queryForObject(
                "select count(*) filter (where state = 'FAILED') as failed, count(*) filter (where state = 'DONE') as made"
                        + " from report_jobs where finished_at > ?::timestamptz",
                (row, number) -> new Ended(row.getLong("failed"), row.getLong("made")),
                now.minus(DAY).toString());
        long failed = ended == null ? 0 : ended.failed();
        return HealthReading.atMost(
                "reports.failed",
                "Reports that failed in the last day",
                failed,
                1,
                1_000,
                new Words(
                        (failed == 0 ? "none" : failed + " failed") + ", " + (ended == null ? 0 : ended.made())
                                + " made",
                        "none may fail",
                        PAGE + "why each failed; try it again there."));
    }

    private HealthReading overdue(Instant now) {
        Overdue overdue = jdbc.queryForObject(
                "select count(*), min(next_at) as oldest from report_definitions where next_at <= ?::timestamptz",
                (row, number) -> new Overdue(row.getLong(1), Sql.instantOrNull(row, "oldest")),
                now.toString());
        Instant oldest = overdue == null ? null : overdue.oldest();
        long seconds = oldest == null ? 0 : seconds(oldest, now);
        return HealthReading.atMost(
                "reports.overdue",
                "Schedules of reports that are overdue",
                seconds,
                300,
                7_200,
                new Words(
                        overdue == null || oldest == null
                                ? "none"
                                : overdue.count() + ", the longest for " + seconds / 60 + " min",
                        "late from 5 min on",
                        "Nobody looks at the clock: see what makes and sends reports. What was missed is caught up once."));
    }

    /** Those that were given up in the last day, and those that are tried again. */
    private HealthReading deliveries(Instant now) {
        List<String> failing =
                jdbc.queryForList("""
                select target || case when bool_or(state = 'DEAD') then ' (given up)' else ' (tried again)' end
                from report_deliveries
                where state = 'DEAD' and next_at > ?::timestamptz or state in ('QUEUED', 'SENDING') and attempts > 0 and outcome <> ''
                group by target order by max(next_at) desc, target
                """, String.class, now.minus(DAY).toString());
        return HealthReading.atMost(
                "reports.deliveries",
                "Targets that reports did not reach in the last day",
                failing.size(),
                1,
                1_000,
                new Words(
                        failing.isEmpty()
                                ? "none"
                                : String.join(", ", failing.subList(0, Math.min(NAMED, failing.size())))
                                        + (failing.size() > NAMED ? " and " + (failing.size() - NAMED) + " more" : ""),
                        "all should arrive",
                        PAGE + "what each target answered; have it brought again there once that is mended."));
    }

    private static long seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toSeconds());
    }
}
