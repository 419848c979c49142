package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Rows;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much counts in each workload, and how much people put off or dismissed. */
@Component
class WorkloadCounts {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    WorkloadCounts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void count(List<String> ids) {
        Object array = Rows.ids(ids);
        // What a workload runs other than before, and what a gone one ran, has other users now.
        jdbc.update("""
                with now as (
                    select w.id, array_agg(distinct c.content_id order by c.content_id)
                        filter (where c.content_id is not null) as contents
                    from unnest(?::uuid[]) w(id) left join workload_images u on u.workload_id = w.id
                        left join image_content c on c.image_id = u.image_id
                    group by 1),
                differing as (
                    select n.id, coalesce(n.contents, '{}') as contents, coalesce(b.contents, '{}') as before
                    from now n left join workload_counts b on b.workload_id = n.id
                    where coalesce(n.contents, '{}') <> coalesce(b.contents, '{}'))
                insert into recount_due (kind, id)
                select distinct 'USE', c::text from differing d cross join lateral unnest(d.contents || d.before) c
                where not (c = any(d.contents) and c = any(d.before))
                """, array);
        jdbc.update(
                "delete from workload_counts where workload_id = any(?)"
                        + " and not exists (select 1 from workloads w where w.id = workload_id)",
                array);
        jdbc.update("""
                insert into workload_counts (workload_id, contents, critical, high, medium, low, unknown, fixable, fixable_high, exploited,
                    epss, deferred, false_positive, counted_at)
                select w.id, array(select distinct c.content_id from workload_images u
                        join image_content c on c.image_id = u.image_id where u.workload_id = w.id order by 1),
                    count(*) filter (where f.severity = 4 and f.decided = 0),
                    count(*) filter (where f.severity = 3 and f.decided = 0), count(*) filter (where f.severity = 2 and f.decided = 0),
                    count(*) filter (where f.severity = 1 and f.decided = 0), count(*) filter (where f.severity = 0 and f.decided = 0),
                    count(*) filter (where f.fixable and f.decided = 0),
                    count(*) filter (where f.fixable and f.severity >= 3 and f.decided = 0),
                    count(*) filter (where v.kev_since is not null and f.decided = 0), max(v.epss) filter (where f.decided = 0),
                    count(*) filter (where f.decided = 1), count(*) filter (where f.decided = 2), n.at
                from workloads w join clusters l on l.id = w.cluster_id cross join (select ?::timestamptz) n(at)
                    left join lateral (
                        select g.vulnerability_id, max(g.severity) as severity, bool_or(g.fixed_version <> '') as fixable,
                            min(case when g.vulnerability_id in (select vulnerability_id from vex_spoken)
                                    and vex_dismisses(g.vulnerability_id, g.package_id, p.content_id) then 2
                                when g.vulnerability_id in (select vulnerability_id from exceptions_in_force)
                                then coalesce((select max(case e.kind when 'FALSE_POSITIVE' then 2 else 1 end)
                                    from exceptions_in_force e join packages k on k.id = g.package_id
                                    where e.vulnerability_id = g.vulnerability_id and exception_covers(
                                        e.exception, l.name, w.namespace, w.labels, c.name, k.name)), 0)
                                else 0 end) as decided
                        from (select distinct c.content_id, i.name from workload_images u
                                join image_content c on c.image_id = u.image_id
                                join images i on i.id = u.image_id where u.workload_id = w.id) c
                            join image_packages p on p.content_id = c.content_id
                            join package_findings g on g.package_id = p.package_id
                        group by 1) f on true
                    left join vulnerabilities v on v.id = f.vulnerability_id
                where w.id = any(?) group by w.id, n.at
                on conflict (workload_id) do update set contents = excluded.contents, critical = excluded.critical, high = excluded.high,
                    medium = excluded.medium, low = excluded.low, unknown = excluded.unknown, fixable = excluded.fixable,
                    fixable_high = excluded.fixable_high, exploited = excluded.exploited, epss = excluded.epss,
                    deferred = excluded.deferred, false_positive = excluded.false_positive, counted_at = excluded.counted_at
                """, clock.instant().toString(), array);
    }
}
