package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.vulnerabilities.internal.list.NodeCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What follows when an exception begins or ends to hold: workloads are judged anew, lists counted anew. */
@Component
class ExceptionEffect {

    private final JdbcTemplate jdbc;
    private final ExceptionTable table;
    private final JudgementDue due;
    private final TransactionLocks locks;
    private final NodeCounts nodes;

    ExceptionEffect(
            JdbcTemplate jdbc, ExceptionTable table, JudgementDue due, TransactionLocks locks, NodeCounts nodes) {
        this.jdbc = jdbc;
        this.table = table;
        this.due = due;
        this.locks = locks;
        this.nodes = nodes;
    }

    void changed(UUID exception, String cause) {
        jdbc.update(
                "insert into recount_due (kind, id) select 'VULNERABILITY', n.vulnerability_id::text from exceptions e"
                        + " join vulnerability_aliases n on n.alias = e.vulnerability where e.id = ?",
                exception);
        nodes.dueFor(jdbc.queryForList(
                "select n.vulnerability_id from exceptions e join vulnerability_aliases n on n.alias = e.vulnerability"
                        + " where e.id = ?",
                Integer.class,
                exception));
        jdbc.update("""
                with named as (select n.vulnerability_id as id from exceptions e
                    join vulnerability_aliases n on n.alias = e.vulnerability where e.id = ?)
                insert into recount_due (kind, id)
                select 'PACKAGE', f.package_id::text from named n join package_findings f on f.vulnerability_id = n.id
                union
                select 'CONTENT', p.content_id::text from named n join package_findings f on f.vulnerability_id = n.id
                    join image_packages p on p.package_id = f.package_id
                """, exception);
        List<UUID> workloads = table.workloads(exception);
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
