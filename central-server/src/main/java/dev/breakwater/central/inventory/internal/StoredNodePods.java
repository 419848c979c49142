package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.NodePods;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.node.DrainPlan.Placed;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class StoredNodePods implements NodePods {

    private final JdbcTemplate jdbc;

    StoredNodePods(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Answer on(UUID clusterId, String node) {
        List<String> sights = jdbc.queryForList(
                "select case when sight = 'SEEN' then '' when detail = '' then 'The sensor does not see pods.' else detail end"
                        + " from cluster_coverage where cluster_id = ? and kind = ?",
                String.class,
                clusterId,
                ObjectKind.POD.name());
        List<Placed> pods = jdbc.query(
                """
                select o.document as pod, w.document as workload,
                    (select count(*) from pods e where e.workload_id = p.workload_id and e.id <> p.id
                        and e.phase = 'Running' and e.node <> '' and lower(e.node) <> lower(p.node)) as elsewhere
                from pods p
                join cluster_objects o on o.id = p.id
                left join cluster_objects w on w.id = p.workload_id and w.kind = ?
                where p.cluster_id = ? and lower(p.node) = lower(?)
                order by p.namespace, p.name
                limit ?
                """,
                (row, number) -> {
                    byte[] workload = row.getBytes("workload");
                    return new Placed(
                            (Pod) Documents.read(row.getBytes("pod")),
                            workload == null ? null : (WorkloadSpec) Documents.read(workload),
                            row.getInt("elsewhere"));
                },
                ObjectKind.WORKLOAD.ordinal(),
                clusterId,
                node,
                MOST);
        return new Answer(pods, sights.isEmpty() ? "No sensor has said whether it sees pods." : sights.getFirst());
    }
}
