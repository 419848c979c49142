package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.inventory.NodeRow;
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

    private static final String KNOWN = """
            select l.*, null::timestamptz as vanished_at from listed_nodes l where l.id = {id}
            union all
            select v.id, v.cluster_id, v.name, v.roles, v.os_image, v.kernel_version, v.container_runtime, v.kubelet_version,
                v.architecture, null::boolean, false, v.machine_id, v.first_seen_at, v.vanished_at
            from vanished_nodes v where v.id = {id}""";

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
    public Optional<Located> byMachine(String machineId) {
        return jdbc
                .query(
                        "select o.id, o.cluster_id, o.document from nodes n join cluster_objects o on o.id = n.id and o.kind = ?"
                                + " where n.machine_id <> '' and replace(lower(n.machine_id), '-', '') = ? order by o.id limit 1",
                        (row, number) -> new Located(Sql.uuid(row, "id"), Sql.uuid(row, "cluster_id"), (Node)
                                Documents.read(row.getBytes("document"))),
                        ObjectKind.NODE.ordinal(),
                        machineId)
                .stream()
                .findFirst();
    }

    @Override
    public boolean forgetVanished(UUID id) {
        return jdbc.update("delete from vanished_nodes where id = ?", id) > 0;
    }

    @Override
    public Optional<Known> known(UUID id, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        String wanted = sql.add(id);
        String query = "select n.*, coalesce(c.name, '') as cluster, o.document from (" + KNOWN.replace("{id}", wanted)
                + ") n left join clusters c on c.id = n.cluster_id left join cluster_objects o on o.id = n.id and o.kind = "
                + sql.add(ObjectKind.NODE.ordinal()) + " where "
                + ScopeCondition.of(scope, "n.cluster_id", null, sql) + " order by n.vanished_at nulls first limit 1";
        return named
                .query(query, sql.values(), (row, number) -> {
                    byte[] document = row.getBytes("document");
                    return new Known(
                            NodeRow.read(row),
                            row.getString("machine_id"),
                            Sql.instantOrNull(row, "vanished_at"),
                            document == null ? null : (Node) Documents.read(document));
                })
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
