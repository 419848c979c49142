package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Notes what becomes of nodes: that one appears, vanishes, comes back, or that there is another machine under its name. Asked
 * before the rows of a batch are written, while what was held still stands.
 */
@Component
class NodeEvents {

    private static final String APPEARED = "APPEARED";
    private static final String VANISHED = "VANISHED";
    private static final String RETURNED = "RETURNED";
    private static final String REPLACED = "REPLACED";
    private static final String MACHINE_CHANGED = "MACHINE_CHANGED";

    private final JdbcTemplate jdbc;

    NodeEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was known of a node.
     *
     * @param held whether it is there
     * @param machine its last machine id, empty = unknown
     */
    private record Known(boolean held, String name, String machine) {}

    void of(ChangeSet set) {
        List<ObjectChange> written = set.written(ObjectKind.NODE);
        List<UUID> removed = set.removed(ObjectKind.NODE);
        if (written.isEmpty() && removed.isEmpty()) {
            return;
        }
        Map<UUID, Known> known =
                known(set.of(ObjectKind.NODE).map(ObjectChange::id).toList());
        Rows rows = Rows.of("uuid", "uuid", "text", "text", "text", "text", "timestamptz");
        Rows changed = Rows.of("uuid");
        for (ObjectChange change : written) {
            Node node = change.object(Node.class);
            Known before = known.get(change.id());
            String kind = kind(before, node.machineId());
            if (!kind.isEmpty()) {
                String was = before == null ? "" : before.machine();
                rows.add(set.clusterId(), change.id(), node.meta().name(), kind, was, node.machineId(), set.at());
            }
            if (kind.equals(MACHINE_CHANGED) || kind.equals(REPLACED)) {
                changed.add(change.id());
            }
        }
        for (UUID id : removed) {
            Known before = known.get(id);
            if (before != null && before.held()) {
                rows.add(set.clusterId(), id, before.name(), VANISHED, before.machine(), "", set.at());
            }
        }
        rows.update(
                jdbc,
                "insert into node_events (cluster_id, node_id, name, kind, before, after, at) select * from "
                        + rows.unnest());
        // What was found on the machine before says nothing of the one that is there now.
        changed.update(
                jdbc, "delete from node_evidence e using %s u(id) where e.node_id = u.id".formatted(changed.unnest()));
    }

    private static String kind(@Nullable Known before, String machine) {
        if (before == null) {
            return APPEARED;
        }
        boolean other = !before.machine().isEmpty()
                && !machine.isEmpty()
                && !before.machine().equals(machine);
        if (before.held()) {
            return other ? MACHINE_CHANGED : "";
        }
        return other ? REPLACED : RETURNED;
    }

    private Map<UUID, Known> known(List<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        jdbc.query(
                "select distinct on (node_id) node_id, name, case when after = '' then before else after end as machine"
                        + " from node_events where node_id = any(?) order by node_id, id desc",
                row -> {
                    known.put(
                            Sql.uuid(row, "node_id"),
                            new Known(false, row.getString("name"), row.getString("machine")));
                },
                Rows.ids(ids));
        jdbc.query(
                "select id, name, machine_id from nodes where id = any(?)",
                row -> {
                    known.put(Sql.uuid(row, "id"), new Known(true, row.getString("name"), row.getString("machine_id")));
                },
                Rows.ids(ids));
        return known;
    }
}
