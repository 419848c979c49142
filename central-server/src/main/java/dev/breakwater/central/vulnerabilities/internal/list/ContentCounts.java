package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Rows;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much is wrong with each image, and how much of it people put off or dismissed wherever it runs. */
@Component
class ContentCounts {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ContentCounts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void count(List<Integer> ids) {
        Object array = Rows.array("int4", ids);
        jdbc.update(
                """
                insert into content_counts (content_id, critical, high, medium, low, unknown, fixable, fixable_high, exploited,
                    epss, deferred, false_positive, unspoken, outdated, workloads, counted_at)
                select c.id, count(*) filter (where f.severity = 4 and f.decided = 0),
                    count(*) filter (where f.severity = 3 and f.decided = 0), count(*) filter (where f.severity = 2 and f.decided = 0),
                    count(*) filter (where f.severity = 1 and f.decided = 0), count(*) filter (where f.severity = 0 and f.decided = 0),
                    count(*) filter (where f.fixable and f.decided = 0),
                    count(*) filter (where f.fixable and f.severity >= 3 and f.decided = 0),
                    count(*) filter (where v.kev_since is not null and f.decided = 0), max(v.epss) filter (where f.decided = 0),
                    count(*) filter (where f.decided = 1), count(*) filter (where f.decided = 2),
                    (select count(*) from image_packages p where p.content_id = c.id and not exists (
                        select 1 from package_keys k join covered_ecosystems e on e.ecosystem = k.ecosystem and e.fresh
                        where k.package_id = p.package_id)),
                    (select count(*) from image_packages p where p.content_id = c.id and exists (
                        select 1 from package_keys k join covered_ecosystems e on e.ecosystem = k.ecosystem
                        where k.package_id = p.package_id having not bool_or(e.fresh))),
                    (select count(distinct u.workload_id) from image_content i join workload_images u on u.image_id = i.image_id
                        where i.content_id = c.id), n.at
                from image_contents c cross join (select ?::timestamptz) n(at)
                    left join lateral (
                        select g.vulnerability_id, max(g.severity) as severity, bool_or(g.fixed_version <> '') as fixable,
                            min({decided}) as decided
                        from image_packages p join package_findings g on g.package_id = p.package_id
                            join packages k on k.id = g.package_id
                        where p.content_id = c.id group by 1) f on true
                    left join vulnerabilities v on v.id = f.vulnerability_id
                where c.id = any(?) group by c.id, n.at
                on conflict (content_id) do update set critical = excluded.critical, high = excluded.high,
                    medium = excluded.medium, low = excluded.low, unknown = excluded.unknown, fixable = excluded.fixable,
                    fixable_high = excluded.fixable_high, exploited = excluded.exploited, epss = excluded.epss,
                    deferred = excluded.deferred, false_positive = excluded.false_positive, unspoken = excluded.unspoken,
                    outdated = excluded.outdated, workloads = excluded.workloads, counted_at = excluded.counted_at
                """.replace("{decided}", Occurrences.decidedIn("g", "c.id", "k.name")),
                clock.instant().toString(),
                array);
        jdbc.update("""
                insert into recount_due (kind, id) select distinct 'WORKLOAD', u.workload_id::text
                from image_content i join workload_images u on u.image_id = i.image_id where i.content_id = any(?)

                """, array);
    }
}
