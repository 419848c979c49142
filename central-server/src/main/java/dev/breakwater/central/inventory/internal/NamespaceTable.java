package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.internal.Classification.NamespaceFacts;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.ObjectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class NamespaceTable {

    private final JdbcTemplate jdbc;

    NamespaceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void apply(ChangeSet set, Classification classification) {
        Rows rows = Rows.of("uuid", "text", "jsonb", "jsonb", "bool", "uuid", "timestamptz");
        for (ObjectChange change : set.written(ObjectKind.NAMESPACE)) {
            Namespace namespace = change.object(Namespace.class);
            Map<String, String> annotations = new TreeMap<>();
            namespace.meta().annotations().forEach((key, text) -> annotations.put(key, text.shown()));
            rows.add(
                    change.id(),
                    namespace.meta().name(),
                    Json.labels(namespace.meta().labels()),
                    Json.labels(annotations),
                    classification.isPlatform(namespace.meta().name()),
                    set.clusterId(),
                    set.at());
        }
        rows.update(jdbc, """
                insert into namespaces (id, name, labels, annotations, platform, cluster_id, first_seen_at)
                select u.* from %s u
                on conflict (id) do update set
                    labels = excluded.labels, annotations = excluded.annotations, platform = excluded.platform
                """.formatted(rows.unnest()));
        Removal.of(jdbc, "namespaces", set.removed(ObjectKind.NAMESPACE));
    }

    /** What some namespaces bring to ownership. */
    Map<String, NamespaceFacts> facts(UUID clusterId, Collection<String> names) {
        Map<String, NamespaceFacts> facts = new HashMap<>();
        jdbc.query(
                "select name, labels, annotations from namespaces where cluster_id = ? and name = any(?)",
                row -> {
                    facts.put(
                            row.getString(1),
                            new NamespaceFacts(Json.labels(row.getString(2)), Json.labels(row.getString(3))));
                },
                clusterId,
                Rows.array("text", names));
        return facts;
    }
}
