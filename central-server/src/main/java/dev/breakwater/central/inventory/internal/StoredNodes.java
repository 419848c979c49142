package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectKind;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class StoredNodes implements ClusterNodes {

    private final JdbcTemplate jdbc;

    StoredNodes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Answer of(UUID clusterId) {
        List<String> sights = jdbc.queryForList(
                "select case when sight = 'SEEN' then '' when detail = '' then 'The sensor does not see nodes.' else detail end"
                        + " from cluster_coverage where cluster_id = ? and kind = ?",
                String.class,
                clusterId,
                ObjectKind.NODE.name());
        String unseen = sights.isEmpty() ? "No sensor has said whether it sees nodes." : sights.getFirst();
        List<SeenNode> nodes = jdbc.query(
                "select id, document from cluster_objects where cluster_id = ? and kind = ? order by name limit ?",
                (row, number) -> new SeenNode(Sql.uuid(row, "id"), (Node) Documents.read(row.getBytes("document"))),
                clusterId,
                ObjectKind.NODE.ordinal(),
                MOST);
        return new Answer(nodes, unseen);
    }
}
