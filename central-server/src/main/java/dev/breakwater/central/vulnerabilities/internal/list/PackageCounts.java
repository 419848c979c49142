package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Rows;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much is wrong with each package. */
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
        jdbc.update("""
                insert into package_counts (package_id, critical, high, medium, low, unknown, fixable, exploited, epss, images,
                    counted_at)
                select f.package_id, count(*) filter (where f.severity = 4), count(*) filter (where f.severity = 3),
                    count(*) filter (where f.severity = 2), count(*) filter (where f.severity = 1),
                    count(*) filter (where f.severity = 0), count(*) filter (where f.fixed_version <> ''),
                    count(*) filter (where v.kev_since is not null), max(v.epss),
                    (select count(*) from image_packages p where p.package_id = f.package_id), n.at
                from package_findings f join vulnerabilities v on v.id = f.vulnerability_id
                    cross join (select ?::timestamptz) n(at)
                where f.package_id = any(?) and exists (select 1 from image_packages p where p.package_id = f.package_id)
                group by f.package_id, n.at
                on conflict (package_id) do update set critical = excluded.critical, high = excluded.high,
                    medium = excluded.medium, low = excluded.low, unknown = excluded.unknown, fixable = excluded.fixable,
                    exploited = excluded.exploited, epss = excluded.epss, images = excluded.images,
                    counted_at = excluded.counted_at
                """, clock.instant().toString(), array);
        jdbc.update(
                "delete from package_counts c where c.package_id = any(?)"
                        + " and not exists (select 1 from package_findings f join image_packages p on p.package_id = f.package_id"
                        + " where f.package_id = c.package_id)",
                array);
    }
}
