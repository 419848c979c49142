package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class NodeTable implements NarrowTable {

    private final JdbcTemplate jdbc;
    private final NodeEvents events;

    NodeTable(JdbcTemplate jdbc, NodeEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void apply(ChangeSet set) {
        events.of(set);
        Rows rows = Rows.of(
                "uuid",
                "text",
                "jsonb",
                "text",
                "text",
                "text",
                "text",
                "text",
                "bool",
                "bool",
                "text",
                "uuid",
                "timestamptz");
        for (ObjectChange change : set.written(ObjectKind.NODE)) {
            Node node = change.object(Node.class);
            rows.add(
                    change.id(),
                    node.meta().name(),
                    Json.list(node.roles()),
                    node.osImage(),
                    node.kernelVersion(),
                    node.containerRuntime(),
                    node.kubeletVersion(),
                    node.architecture(),
                    ready(node),
                    node.unschedulable(),
                    node.machineId(),
                    set.clusterId(),
                    set.at());
        }
        rows.update(jdbc, """
                insert into nodes (id, name, roles, os_image, kernel_version, container_runtime, kubelet_version,
                    architecture, ready, unschedulable, machine_id, cluster_id, first_seen_at)
                select u.id, u.name, array(select jsonb_array_elements_text(u.roles)), u.os_image, u.kernel_version,
                    u.container_runtime, u.kubelet_version, u.architecture, u.ready, u.unschedulable, u.machine_id,
                    u.cluster_id, u.at
                from %s u(id, name, roles, os_image, kernel_version, container_runtime, kubelet_version, architecture,
                    ready, unschedulable, machine_id, cluster_id, at)
                on conflict (id) do update set
                    roles = excluded.roles, os_image = excluded.os_image, kernel_version = excluded.kernel_version,
                    container_runtime = excluded.container_runtime, kubelet_version = excluded.kubelet_version,
                    architecture = excluded.architecture, ready = excluded.ready, unschedulable = excluded.unschedulable,
                    machine_id = excluded.machine_id
                """.formatted(rows.unnest()));
        keepVanished(set);
        Removal.of(jdbc, "nodes", set.removed(ObjectKind.NODE));
    }

    /** What a node was last is kept, so that its page and its evidence can be read for a while; one that is back is there again. */
    private void keepVanished(ChangeSet set) {
        jdbc.update("""
                insert into vanished_nodes (id, cluster_id, name, roles, os_image, kernel_version, container_runtime,
                    kubelet_version, architecture, machine_id, first_seen_at, vanished_at)
                select id, cluster_id, name, roles, os_image, kernel_version, container_runtime, kubelet_version, architecture,
                    machine_id, first_seen_at, ?::timestamptz
                from nodes where id = any(?) on conflict (id) do update set vanished_at = excluded.vanished_at
                """, set.at().toString(), Rows.ids(set.removed(ObjectKind.NODE)));
        jdbc.update(
                "delete from vanished_nodes where id = any(?)",
                Rows.ids(set.written(ObjectKind.NODE).stream()
                        .map(ObjectChange::id)
                        .toList()));
    }

    /** {@code null} = the node does not say, or its kubelet is silent. */
    private static @Nullable Boolean ready(Node node) {
        for (Node.Condition condition : node.conditions()) {
            if (condition.type().equals("Ready") && !condition.status().equals("Unknown")) {
                return condition.status().equals("True");
            }
        }
        return null;
    }
}
