package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.inventory.ClusterNodes.Known;
import dev.breakwater.central.inventory.NodeRow;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.ListedNode;
import dev.breakwater.central.nodes.NodeDetail;
import dev.breakwater.central.nodes.NodeDetail.Event;
import dev.breakwater.central.nodes.NodeDetail.EventKind;
import dev.breakwater.central.nodes.Nodes;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.NodeChecks;
import dev.breakwater.engine.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

@Service
class StoredNodeDetails implements Nodes {

    private final JdbcTemplate jdbc;
    private final ClusterNodes nodes;
    private final EvidenceTable evidence;
    private final Lists lists;
    private final ListDefinition<ListedNode> listed;

    StoredNodeDetails(
            JdbcTemplate jdbc,
            ClusterNodes nodes,
            EvidenceTable evidence,
            Lists lists,
            ListDefinition<ListedNode> listed) {
        this.lists = lists;
        this.listed = listed;
        this.jdbc = jdbc;
        this.nodes = nodes;
        this.evidence = evidence;
    }

    @Override
    public Page<ListedNode> page(ListRequest request, AccessScope scope) {
        return lists.page(listed, request, scope);
    }

    @Override
    public NodeDetail get(UUID id, AccessScope scope) {
        Known known = nodes.known(id, scope).orElseThrow(() -> new NotFound("node", id.toString()));
        NodeRow row = known.row();
        Node node = known.node();
        long pods = row.clusterId() == null || known.vanishedAt() != null
                ? 0
                : Objects.requireNonNull(jdbc.queryForObject(
                        "select count(*) from pods where cluster_id = ? and lower(node) = lower(?)",
                        Long.class,
                        row.clusterId(),
                        row.name()));
        return new NodeDetail(
                row,
                NodeChecks.systemForContainers(row.osImage()),
                known.machineId(),
                node == null ? List.of() : node.addresses(),
                node == null ? Map.of() : node.meta().labels(),
                node == null ? List.of() : node.taints(),
                node == null ? List.of() : node.conditions(),
                pods,
                evidence.state(id).orElseGet(() -> EvidenceState.none(id)),
                known.vanishedAt(),
                events(id));
    }

    private List<Event> events(UUID id) {
        return jdbc.query(
                "select * from node_events where node_id = ? order by id desc limit ?",
                (row, number) -> new Event(
                        Sql.instant(row, "at"),
                        EventKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("before"),
                        row.getString("after")),
                id,
                MOST_EVENTS);
    }
}
