package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.ViolationTrends;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.TransactionLocks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the days of violations into {@code violation_days}: the last day that was counted once more, since it may not have
 * been over, and every day since. What was open at the end of a day is what is open now without what happened since; so
 * nothing adds up wrongly over time, and counting twice gives the same.
 *
 * <p>A decision that was taken back counts neither as opened nor as closed.
 */
@Component
class ViolationDays {

    /** What moves a violation into a state. Those by people are in it too. */
    private static final List<String> MOVES =
            List.of("OPENED", "REOPENED", "CLOSED", "RESOLVED", "ACCEPTED", "EXCLUDED");

    private final JdbcTemplate jdbc;
    private final TransactionLocks locks;

    ViolationDays(JdbcTemplate jdbc, TransactionLocks locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    /** Does nothing while another replica counts, and before there ever was a violation. */
    @Transactional
    public void count(Instant now) {
        if (!locks.tryCountDays()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate oldest = today.minusDays(ViolationTrends.MOST_DAYS - 1L);
        LocalDate from = first(today);
        if (from == null) {
            return;
        }
        from = from.isBefore(oldest) ? oldest : from;
        Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Object moves = Rows.array("text", MOVES);
        jdbc.update(COUNT, moves, start.toString(), moves, from.toString(), today.toString(), from.toString());
        jdbc.update(
                "insert into violation_day_marks (day, rolled_at) select g::date, ?::timestamptz"
                        + " from generate_series(?::timestamp, ?::timestamp, interval '1 day') g"
                        + " on conflict (day) do update set rolled_at = excluded.rolled_at",
                now.toString(),
                from.toString(),
                today.toString());
        jdbc.update("delete from violation_days where day < ?::date", oldest.toString());
        jdbc.update("delete from violation_day_marks where day < ?::date", oldest.toString());
    }

    private @Nullable LocalDate first(LocalDate today) {
        LocalDate counted = jdbc.queryForObject("select max(day) from violation_day_marks", LocalDate.class);
        if (counted != null) {
            return counted.isAfter(today) ? today : counted;
        }
        return jdbc.queryForObject("select (min(opened_at) at time zone 'UTC')::date from violations", LocalDate.class);
    }

    private static final String COUNT = """
            with event as (
                select h.violation_id, h.at, h.change, h.cause, b.change as before, b.at as since
                from violation_history h
                left join lateral (
                    select p.change, p.at from violation_history p
                    where p.violation_id = h.violation_id and p.id < h.id and p.change = any(?)
                    order by p.id desc limit 1) b on true
                where h.at >= ?::timestamptz and h.change = any(?)),
            move as (
                select e.violation_id, e.at, e.since,
                    e.change in ('OPENED', 'REOPENED') and coalesce(e.before, '') not in ('OPENED', 'REOPENED') as opened,
                    e.change not in ('OPENED', 'REOPENED') and e.before in ('OPENED', 'REOPENED') as closed,
                    e.change = 'CLOSED' and e.before in ('OPENED', 'REOPENED')
                        and (e.cause like '%%%s' or e.cause = '%s') as fixed
                from event e),
            moved as (
                select (m.at at time zone 'UTC')::date as day, v.cluster_id, v.namespace, v.platform, v.severity,
                    count(*) filter (where m.opened) as opened, count(*) filter (where m.closed) as closed,
                    count(*) filter (where m.fixed) as fixed,
                    coalesce(sum(extract(epoch from m.at - m.since)) filter (where m.fixed), 0) as fix_seconds
                from move m join violations v on v.id = m.violation_id
                group by 1, 2, 3, 4, 5),
            present as (
                select cluster_id, namespace, platform, severity, count(*) as open
                from violations where state = 'OPEN' group by 1, 2, 3, 4),
            place as (
                select cluster_id, namespace, platform, severity from moved
                union select cluster_id, namespace, platform, severity from present),
            counted as (
                select day, cluster_id, namespace, platform, severity,
                    greatest(0, coalesce(n.open, 0) - coalesce(sum(m.opened - m.closed) over (
                        partition by cluster_id, namespace, platform, severity order by day desc
                        rows between unbounded preceding and 1 preceding), 0)) as open,
                    coalesce(m.opened, 0) as opened, coalesce(m.closed, 0) as closed, coalesce(m.fixed, 0) as fixed,
                    round(coalesce(m.fix_seconds, 0)) as fix_seconds
                from place
                cross join (select g::date as day from generate_series(?::timestamp, ?::timestamp, interval '1 day') g) d
                left join moved m using (day, cluster_id, namespace, platform, severity)
                left join present n using (cluster_id, namespace, platform, severity)),
            fresh as (select * from counted where open > 0 or opened > 0 or closed > 0),
            gone as (
                delete from violation_days d where d.day >= ?::date and not exists (
                    select 1 from fresh f where (f.day, f.cluster_id, f.namespace, f.platform, f.severity)
                        = (d.day, d.cluster_id, d.namespace, d.platform, d.severity)))
            insert into violation_days as o
                (day, cluster_id, namespace, platform, severity, open, opened, closed, fixed, fix_seconds)
            select day, cluster_id, namespace, platform, severity, open, opened, closed, fixed, fix_seconds from fresh
            on conflict (day, cluster_id, namespace, platform, severity) do update set
                open = excluded.open, opened = excluded.opened, closed = excluded.closed, fixed = excluded.fixed,
                fix_seconds = excluded.fix_seconds
            where (o.open, o.opened, o.closed, o.fixed, o.fix_seconds) is distinct from
                (excluded.open, excluded.opened, excluded.closed, excluded.fixed, excluded.fix_seconds)
            """.formatted(ViolationDiff.MENDED, JudgeStage.DELETED);
}
