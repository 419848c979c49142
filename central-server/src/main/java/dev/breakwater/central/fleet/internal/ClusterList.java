package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.engine.model.ObjectKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of clusters. */
final class ClusterList {

    private ClusterList() {}

    /**
     * The list, filtered by health as the rule tells it.
     *
     * @param health says what a health is told from, in SQL
     */
    static ListDefinition<ClusterFacts> definition(HealthCondition health) {
        return ListDefinition.<ClusterFacts>of("clusters")
                .select("""
                    c.*,
                    (select count(*) from cluster_objects o where o.cluster_id = c.id and o.kind = %d) as workloads,
                    (select array_agg(v.kind || ' (' || v.sight || ')' order by v.kind) from cluster_coverage v
                        where v.cluster_id = c.id and v.sight in ('FORBIDDEN', 'FAILED')) as unseen,
                    (select count(*) from cluster_problems p where p.cluster_id = c.id) as problems
                    """.formatted(ObjectKind.WORKLOAD.ordinal()))
                .from("clusters c")
                .id("c.id", KeyType.ID)
                .scopedBy("c.id", null)
                .term(Conditions.nameOrId("cluster", "name or id", "c.name", "c.id"))
                .term(Conditions.text("name", "name", "c.name"))
                .term(Conditions.text("environment", "environment", "c.environment"))
                .term(Conditions.flag("revoked", "cut off", "(c.revoked_at is not null)"))
                .searches("c.name")
                .searches("c.environment")
                .sort("name", "c.name", KeyType.TEXT)
                .sort("environment", "c.environment", KeyType.TEXT)
                .sort("created", "c.created_at", KeyType.INSTANT)
                .defaultSort("name")
                .term(health.term())
                .row(ClusterList::read);
    }

    private static ClusterFacts read(ResultSet row) throws SQLException {
        return new ClusterFacts(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("environment"),
                row.getString("source"),
                row.getString("kubernetes_version"),
                row.getString("sensor_version"),
                row.getTimestamp("connected_at") != null,
                instant(row, "last_contact_at"),
                instant(row, "sync_started_at"),
                instant(row, "synced_at"),
                row.getBoolean("spool_overflowed"),
                instant(row, "certificate_expires_at"),
                instant(row, "revoked_at"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getLong("workloads"),
                texts(row.getArray("unseen")),
                row.getLong("problems"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
