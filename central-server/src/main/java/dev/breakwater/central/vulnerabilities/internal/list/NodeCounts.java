package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Rows;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much is wrong with what is installed on each node. */
@Component
public class NodeCounts {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    NodeCounts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nodes on which one of these vulnerabilities is found are to be counted anew. */
    public void dueFor(Collection<Integer> vulnerabilities) {
        jdbc.update(
                "insert into recount_due (kind, id) select distinct 'NODE', n.node_id::text from package_findings f"
                        + " join node_packages n on n.package_id = f.package_id where f.vulnerability_id = any(?)",
                Rows.array("int4", vulnerabilities));
    }

    void count(List<String> ids) {
        jdbc.update(
                """
                with counted as (
                    select c.node_id, count(*) filter (where f.severity = 4 and f.counts) as critical,
                        count(*) filter (where f.severity = 3 and f.counts) as high,
                        count(*) filter (where f.severity = 2 and f.counts) as medium,
                        count(*) filter (where f.severity = 1 and f.counts) as low,
                        count(*) filter (where f.severity = 0 and f.counts) as unknown,
                        count(*) filter (where f.fixable and f.counts) as fixable,
                        count(*) filter (where f.fixable and f.severity >= 3 and f.counts) as fixable_high,
                        count(*) filter (where v.kev_since is not null and f.counts) as exploited,
                        max(v.epss) filter (where f.counts) as epss,
                        count(*) filter (where f.decided = 1 and not f.idle) as deferred,
                        count(*) filter (where f.decided = 2 and not f.idle) as false_positive,
                        count(*) filter (where f.idle) as not_running
                    from node_counts c left join lateral (
                        select x.*, x.decided = 0 and not x.idle as counts from (
                            select s.vulnerability_id, max(s.severity) filter (where not s.idle) as severity,
                                bool_or(s.fixed and not s.idle) as fixable,
                                coalesce(min(s.decided) filter (where not s.idle), 0) as decided, bool_and(s.idle) as idle
                            from (select f.vulnerability_id, f.severity, f.fixed_version <> '' as fixed,
                                    p.usage = 'KERNEL_NOT_RUNNING' as idle, %s as decided
                                from node_packages p join package_findings f on f.package_id = p.package_id
                                    join packages k on k.id = p.package_id
                                    join node_evidence o on o.node_id = p.node_id left join clusters l on l.id = o.cluster_id
                                where p.node_id = c.node_id) s
                            group by 1) x) f on true
                        left join vulnerabilities v on v.id = f.vulnerability_id
                    where c.node_id = any(?) group by c.node_id)
                update node_counts c set critical = n.critical, high = n.high, medium = n.medium, low = n.low,
                    unknown = n.unknown, fixable = n.fixable, fixable_high = n.fixable_high, exploited = n.exploited,
                    epss = n.epss, deferred = n.deferred, false_positive = n.false_positive, not_running = n.not_running,
                    unspoken = (select count(*) from node_packages p where p.node_id = c.node_id and not exists (
                        select 1 from package_keys k join covered_ecosystems e on e.ecosystem = k.ecosystem and e.fresh
                        where k.package_id = p.package_id)),
                    counted_at = ?::timestamptz
                from counted n where n.node_id = c.node_id
                """.formatted(Occurrences.NODE_STATE),
                Rows.ids(ids),
                clock.instant().toString());
    }
}
