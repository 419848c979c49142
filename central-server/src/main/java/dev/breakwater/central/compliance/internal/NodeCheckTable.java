package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.MachineChecks;
import java.time.Instant;
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

    void write(
            UUID node,
            @Nullable UUID cluster,
            WorkloadAnswers answers,
            long catalogue,
            Instant collectedAt,
            Instant at) {
        Rows rows = Rows.of("uuid", "uuid", "jsonb", "jsonb", "jsonb", "int8", "bytea", "timestamptz", "timestamptz");
        rows.add(
                node,
                cluster,
                JSON.writeValueAsString(answers.failed()),
                JSON.writeValueAsString(answers.unknown()),
                JSON.writeValueAsString(answers.notApplicable()),
                catalogue,
                answers.document(),
                collectedAt,
                at);
        rows.update(jdbc, """
                insert into node_checks (node_id, cluster_id, failed, unknown, not_applicable, catalogue, evidence,
                    collected_at, judged_at)
                select u.node_id, u.cluster_id, array(select jsonb_array_elements_text(u.failed)),
                    array(select jsonb_array_elements_text(u.unknown)),
                    array(select jsonb_array_elements_text(u.not_applicable)), u.catalogue, u.evidence, u.collected_at,
                    u.judged_at
                from %s u(node_id, cluster_id, failed, unknown, not_applicable, catalogue, evidence, collected_at, judged_at)
                on conflict (node_id) do update set
                    failed = excluded.failed, unknown = excluded.unknown, not_applicable = excluded.not_applicable,
                    catalogue = excluded.catalogue, evidence = excluded.evidence, collected_at = excluded.collected_at,
                    judged_at = excluded.judged_at
                """.formatted(rows.unnest()));
    }

    /** The components that a node is known to run. */
    Set<String> expected(UUID node) {
        return jdbc.queryForList("select 1 from nodes where id = ? and kubelet_version <> ''", Integer.class, node)
                        .isEmpty()
                ? Set.of()
                : Set.of(MachineChecks.KUBELET);
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
