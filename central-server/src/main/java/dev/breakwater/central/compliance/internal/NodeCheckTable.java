package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.MachineChecks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code node_checks}. */
@Component
class NodeCheckTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;

    NodeCheckTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is kept of a node.
     *
     * @param cluster {@code null} = the machine belongs to none
     * @param fingerprint of the evidence that was judged
     */
    record Kept(UUID node, @Nullable UUID cluster, WorkloadAnswers answers, byte[] fingerprint, Instant collectedAt) {}

    void write(List<Kept> all, long catalogue, Instant at) {
        if (all.isEmpty()) {
            return;
        }
        Rows rows = Rows.of("uuid", "uuid", "jsonb", "jsonb", "jsonb", "bytea", "bytea", "timestamptz");
        for (Kept kept : all) {
            rows.add(
                    kept.node(),
                    kept.cluster(),
                    JSON.writeValueAsString(kept.answers().failed()),
                    JSON.writeValueAsString(kept.answers().unknown()),
                    JSON.writeValueAsString(kept.answers().notApplicable()),
                    kept.answers().document(),
                    kept.fingerprint(),
                    kept.collectedAt());
        }
        rows.update(jdbc, """
                insert into node_checks (node_id, cluster_id, failed, unknown, not_applicable, evidence, fingerprint, collected_at,
                    catalogue, judged_at)
                select u.node_id, u.cluster_id, array(select jsonb_array_elements_text(u.failed)),
                    array(select jsonb_array_elements_text(u.unknown)),
                    array(select jsonb_array_elements_text(u.not_applicable)), u.evidence, u.fingerprint, u.collected_at, b.*
                from %s u(node_id, cluster_id, failed, unknown, not_applicable, evidence, fingerprint, collected_at),
                    (select ?::bigint, ?::timestamptz) b
                on conflict (node_id) do update set
                    failed = excluded.failed, unknown = excluded.unknown, not_applicable = excluded.not_applicable,
                    catalogue = excluded.catalogue, evidence = excluded.evidence, fingerprint = excluded.fingerprint,
                    collected_at = excluded.collected_at, judged_at = excluded.judged_at
                """.formatted(rows.unnest()), catalogue, at.toString());
    }

    /**
     * Keeps the answers of a node where a new look found the same.
     *
     * @param judgedAfter answers that are older are not kept: some change by time alone
     * @return whether there are such answers
     */
    boolean seenAgain(UUID node, byte[] fingerprint, long catalogue, Instant collectedAt, Instant judgedAfter) {
        return jdbc.update(
                        "update node_checks set collected_at = ?::timestamptz where node_id = ? and fingerprint = ?"
                                + " and catalogue = ? and judged_at > ?::timestamptz",
                        collectedAt.toString(),
                        node,
                        fingerprint,
                        catalogue,
                        judgedAfter.toString())
                == 1;
    }

    /** The components that a node is known to run. */
    Set<String> expected(UUID node) {
        return expected(withKubelet(List.of(node)).contains(node));
    }

    static Set<String> expected(boolean kubelet) {
        return kubelet ? Set.of(MachineChecks.KUBELET) : Set.of();
    }

    /** Those of which the cluster knows a kubelet. */
    Set<UUID> withKubelet(Collection<UUID> nodes) {
        return new HashSet<>(jdbc.query(
                "select id from nodes where id = any(?) and kubelet_version <> ''",
                (row, number) -> Sql.uuid(row, "id"),
                Rows.ids(nodes)));
    }

    /** A node whose evidence was judged by other checks than these, or not at all. */
    record Due(UUID node, @Nullable UUID cluster) {}

    List<Due> due(long catalogue, int most) {
        return jdbc.query(
                "select e.node_id, e.cluster_id from node_evidence e left join node_checks c on c.node_id = e.node_id"
                        + " where c.catalogue is distinct from ? order by e.node_id limit ?",
                (row, number) -> new Due(Sql.uuid(row, "node_id"), Sql.uuidOrNull(row, "cluster_id")),
                catalogue,
                most);
    }
}
