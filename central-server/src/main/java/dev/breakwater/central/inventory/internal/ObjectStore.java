package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code cluster_objects}: every object whole, with the fingerprint that tells whether it differs. */
@Component
class ObjectStore {

    /** What is held of an object. */
    record Held(ObjectKey key, byte[] fingerprint) {}

    private static final ObjectKind[] KINDS = ObjectKind.values();

    private final JdbcTemplate jdbc;

    ObjectStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is held of these objects; ids of other clusters are not found. */
    Map<UUID, Held> held(UUID clusterId, Collection<UUID> ids) {
        Map<UUID, Held> held = HashMap.newHashMap(ids.size());
        jdbc.query(
                "select id, kind, kind_name, namespace, name, fingerprint from cluster_objects"
                        + " where id = any(?) and cluster_id = ?",
                row -> {
                    ObjectKey key =
                            new ObjectKey(KINDS[row.getInt(2)], row.getString(3), row.getString(4), row.getString(5));
                    held.put(row.getObject(1, UUID.class), new Held(key, row.getBytes(6)));
                },
                Rows.ids(ids),
                clusterId);
        return held;
    }

    /** The held states of these objects. */
    Map<UUID, ClusterObject> states(Collection<UUID> ids) {
        Map<UUID, ClusterObject> states = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "select id, document from cluster_objects where id = any(?)",
                    row -> {
                        states.put(row.getObject(1, UUID.class), Documents.read(row.getBytes(2)));
                    },
                    Rows.ids(ids));
        }
        return states;
    }

    long nextRevision() {
        Long revision = jdbc.queryForObject("select nextval('fact_revision')", Long.class);
        return revision == null ? 0 : revision;
    }

    void write(ChangeSet set) {
        Rows rows = Rows.of("uuid", "int2", "text", "text", "text", "bytea", "bytea");
        set.changes().parallelStream()
                .filter(change -> !change.isRemoved())
                .map(ObjectStore::row)
                .toList()
                .forEach(rows::add);
        rows.update(
                jdbc, """
                insert into cluster_objects
                    (id, kind, kind_name, namespace, name, fingerprint, document, cluster_id, first_seen_at, changed_at, revision)
                select u.*, b.cluster_id, b.at, b.at, b.revision
                from %s u, (select ?::uuid, ?::timestamptz, ?::bigint) b(cluster_id, at, revision)
                on conflict (id) do update set
                    fingerprint = excluded.fingerprint, document = excluded.document,
                    changed_at = excluded.changed_at, revision = excluded.revision
                """.formatted(rows.unnest()), set.clusterId(), set.at().toString(), set.revision());
        List<UUID> removed = set.changes().stream()
                .filter(ObjectChange::isRemoved)
                .map(ObjectChange::id)
                .toList();
        if (!removed.isEmpty()) {
            jdbc.update("delete from cluster_objects where id = any(?)", Rows.ids(removed));
        }
    }

    private static Object[] row(ObjectChange change) {
        ReceivedObject now = Objects.requireNonNull(change.now(), "an object that is not removed has a state");
        ObjectKey key = change.key();
        return new Object[] {
            change.id(),
            key.kind().ordinal(),
            key.kindName(),
            key.namespace(),
            key.name(),
            now.fingerprint(),
            Documents.compress(now.encoded())
        };
    }
}
