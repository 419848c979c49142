package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.inventory.ClusterNodes.Located;
import dev.breakwater.central.inventory.NodeRow;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.NodeDetail;
import dev.breakwater.central.nodes.NodeDetail.Event;
import dev.breakwater.central.nodes.NodeDetail.EventKind;
import dev.breakwater.central.nodes.Nodes;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.NodeChecks;
import dev.breakwater.engine.model.Node;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

@Service
class StoredNodeDetails implements Nodes {

    private final JdbcTemplate jdbc;
    private final ClusterNodes nodes;
    private final Lists lists;
    private final ListDefinition<NodeRow> definition;
    private final EvidenceTable evidence;

    StoredNodeDetails(
            JdbcTemplate jdbc,
            ClusterNodes nodes,
            Lists lists,
            ListDefinition<NodeRow> nodeList,
            EvidenceTable evidence) {
        this.jdbc = jdbc;
        this.nodes = nodes;
        this.lists = lists;
        this.definition = nodeList;
        this.evidence = evidence;
    }

    @Override
    public NodeDetail get(UUID id, AccessScope scope) {
        NotFound missing = new NotFound("node", id.toString());
        NodeRow row = lists.byId(definition, id, scope).stream().findFirst().orElseThrow(() -> missing);
        Located located = nodes.find(id, scope).orElseThrow(() -> missing);
        Node node = located.node();
        long pods = Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from pods where cluster_id = ? and lower(node) = lower(?)",
                Long.class,
                row.clusterId(),
                row.name()));
        return new NodeDetail(
                row,
                NodeChecks.systemForContainers(node),
                node.machineId(),
                node.addresses(),
                node.meta().labels(),
                node.taints(),
                node.conditions(),
                pods,
                evidence.state(id).orElseGet(() -> EvidenceState.none(id)),
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
