package dev.breakwater.central.inventory.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the rules of the inventory, and what follows from them. */
@Component
class RuleTable {

    private static final int AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final InventorySettings settings;
    private final WorkloadTable workloads;

    RuleTable(JdbcTemplate jdbc, InventorySettings settings, WorkloadTable workloads) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.workloads = workloads;
    }

    /** Writes one set of rules of the inventory, within the caller's transaction. */
    void keep(String key, String value, Instant at, String actor) {
        jdbc.update("""
                insert into settings (key, value, version, updated_at, updated_by)
                values (?, ?::jsonb, 1, ?::timestamptz, ?)
                on conflict (key) do update set value = excluded.value, version = settings.version + 1,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by
                """, key, value, at.toString(), actor);
    }

    /** Finds every workload's team anew; the caller holds the clusters. */
    void reclassify(List<UUID> clusters) {
        Classification classification = settings.current();
        for (UUID cluster : clusters) {
            List<UUID> ids =
                    jdbc.queryForList("select id from workloads where cluster_id = ? order by id", UUID.class, cluster);
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                workloads.reclassify(cluster, ids.subList(from, Math.min(from + AT_ONCE, ids.size())), classification);
            }
        }
    }
}
