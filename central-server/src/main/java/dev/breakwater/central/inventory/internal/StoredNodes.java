package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class StoredNodes implements ClusterNodes {

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    StoredNodes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
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

    @Override
    public Optional<Located> find(UUID id, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        String query = "select id, cluster_id, document from cluster_objects where id = " + sql.add(id) + " and kind = "
                + sql.add(ObjectKind.NODE.ordinal()) + " and " + ScopeCondition.of(scope, "cluster_id", null, sql);
        return named
                .query(
                        query,
                        sql.values(),
                        (row, number) -> new Located(Sql.uuid(row, "id"), Sql.uuid(row, "cluster_id"), (Node)
                                Documents.read(row.getBytes("document"))))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<UUID> find(String cluster, String node) {
        return jdbc
                .query(
                        "select n.id from nodes n join clusters c on c.id = n.cluster_id"
                                + " where n.name = ? and (c.name = ? or c.id::text = ?)",
                        (row, number) -> Sql.uuid(row, "id"),
                        node,
                        cluster,
                        cluster)
                .stream()
                .findFirst();
    }
}
