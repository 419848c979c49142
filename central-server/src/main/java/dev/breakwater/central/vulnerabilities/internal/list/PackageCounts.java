package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Rows;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much is wrong with each package, and how much of it people put off or dismissed wherever it runs. */
@Component
class PackageCounts {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PackageCounts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void count(List<Integer> ids) {
        Object array = Rows.array("int4", ids);
        jdbc.update(
                """
                insert into package_counts (package_id, critical, high, medium, low, unknown, fixable, exploited, epss, deferred,
                    false_positive, images, counted_at)
                select f.package_id, count(*) filter (where f.severity = 4 and f.decided = 0),
                    count(*) filter (where f.severity = 3 and f.decided = 0), count(*) filter (where f.severity = 2 and f.decided = 0),
                    count(*) filter (where f.severity = 1 and f.decided = 0), count(*) filter (where f.severity = 0 and f.decided = 0),
                    count(*) filter (where f.fixed_version <> '' and f.decided = 0),
                    count(*) filter (where v.kev_since is not null and f.decided = 0), max(v.epss) filter (where f.decided = 0),
                    count(*) filter (where f.decided = 1), count(*) filter (where f.decided = 2),
                    (select count(*) from image_packages p where p.package_id = f.package_id), n.at
                from (select g.*, case when g.vulnerability_id in (
                            select vulnerability_id from vex_spoken union select vulnerability_id from exceptions_in_force)
                        then coalesce((select min({decided}) from image_packages p join packages k on k.id = p.package_id
                            where p.package_id = g.package_id), 0)
                        else 0 end as decided
                    from package_findings g where g.package_id = any(?)
                        and exists (select 1 from image_packages p where p.package_id = g.package_id)) f join vulnerabilities v on v.id = f.vulnerability_id
                    cross join (select ?::timestamptz) n(at)
                group by f.package_id, n.at
                on conflict (package_id) do update set critical = excluded.critical, high = excluded.high,
                    medium = excluded.medium, low = excluded.low, unknown = excluded.unknown, fixable = excluded.fixable,
                    exploited = excluded.exploited, epss = excluded.epss, deferred = excluded.deferred,
                    false_positive = excluded.false_positive, images = excluded.images, counted_at = excluded.counted_at
                """.replace("{decided}", Occurrences.decidedIn("g", "p.content_id", "k.name")),
                array,
                clock.instant().toString());
        jdbc.update(
                "delete from package_counts c where c.package_id = any(?)"
                        + " and not exists (select 1 from package_findings f join image_packages p on p.package_id = f.package_id"
                        + " where f.package_id = c.package_id)",
                array);
    }
}
