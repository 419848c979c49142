package dev.breakwater.central.vulnerabilities.internal.vex;

import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.vulnerabilities.internal.list.NodeCounts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What follows when statements come or go: workloads are judged anew, lists counted anew. */
@Component
class VexEffect {

    /** What statements speak of. */
    record Reach(Set<Integer> vulnerabilities, Set<UUID> workloads) {

        Reach and(Reach other) {
            Set<Integer> all = new HashSet<>(vulnerabilities);
            all.addAll(other.vulnerabilities);
            Set<UUID> everywhere = new HashSet<>(workloads);
            everywhere.addAll(other.workloads);
            return new Reach(all, everywhere);
        }
    }

    /**
     * What a document covers.
     *
     * @param findings a vulnerability in a package of an image
     * @param dismissed those that do not apply by what was said last
     */
    record Cover(int findings, int dismissed) {}

    private final JdbcTemplate jdbc;
    private final JudgementDue due;
    private final TransactionLocks locks;
    private final NodeCounts nodes;

    VexEffect(JdbcTemplate jdbc, JudgementDue due, TransactionLocks locks, NodeCounts nodes) {
        this.jdbc = jdbc;
        this.due = due;
        this.locks = locks;
        this.nodes = nodes;
    }

    /** What the statements of a document reach now. */
    Reach of(String document) {
        String spoken = " from vex_statements s cross join lateral unnest(s.names) n(name)"
                + " join vulnerability_aliases a on a.alias = n.name";
        return new Reach(
                new HashSet<>(jdbc.queryForList(
                        "select distinct a.vulnerability_id" + spoken + " where s.document_id = ? and s.acts",
                        Integer.class,
                        document)),
                new HashSet<>(jdbc.queryForList(
                        "select distinct u.workload_id" + spoken
                                + " join package_findings f on f.vulnerability_id = a.vulnerability_id"
                                + " join image_packages p on p.package_id = f.package_id"
                                + " join image_content c on c.content_id = p.content_id"
                                + " join workload_images u on u.image_id = c.image_id"
                                + " where s.document_id = ? and vex_means(s, f.package_id, p.content_id)",
                        UUID.class,
                        document)));
    }

    /** The findings that a document speaks of. */
    Cover cover(String document) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) as findings, count(*) filter (where vex_dismisses(x.vulnerability_id, x.package_id, x.content_id))"
                        + " as dismissed from (select distinct f.vulnerability_id, f.package_id, p.content_id"
                        + " from vex_statements s cross join lateral unnest(s.names) n(name)"
                        + " join vulnerability_aliases a on a.alias = n.name"
                        + " join package_findings f on f.vulnerability_id = a.vulnerability_id"
                        + " join image_packages p on p.package_id = f.package_id"
                        + " where s.document_id = ? and vex_means(s, f.package_id, p.content_id)) x",
                (row, number) -> new Cover(row.getInt("findings"), row.getInt("dismissed")),
                document));
    }

    void changed(Reach reach, String cause) {
        Object vulnerabilities = Rows.array("int4", reach.vulnerabilities());
        jdbc.update(
                "insert into recount_due (kind, id) select 'VULNERABILITY', v::text from unnest(?::int[]) v",
                vulnerabilities);
        jdbc.update("""
                insert into recount_due (kind, id)
                select distinct 'PACKAGE', f.package_id::text from package_findings f where f.vulnerability_id = any(?)
                union
                select distinct 'CONTENT', p.content_id::text from package_findings f
                    join image_packages p on p.package_id = f.package_id where f.vulnerability_id = any(?)
                """, vulnerabilities, vulnerabilities);
        nodes.dueFor(reach.vulnerabilities());
        Collection<UUID> workloads = reach.workloads();
        if (workloads.isEmpty()) {
            return;
        }
        Object ids = Rows.ids(workloads);
        jdbc.update("insert into recount_due (kind, id) select 'WORKLOAD', u::text from unnest(?::uuid[]) u", ids);
        locks.holdClusters(
                jdbc.queryForList("select distinct cluster_id from workloads where id = any(?)", UUID.class, ids));
        Map<UUID, String> causes = new HashMap<>();
        workloads.forEach(id -> causes.put(id, cause));
        due.mark(causes);
    }
}
