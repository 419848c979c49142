package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code workload_checks}. */
@Component
class WorkloadCheckTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;

    WorkloadCheckTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept of a workload. */
    record Kept(UUID workloadId, UUID clusterId, String namespace, WorkloadAnswers answers) {}

    /** Writes those whose answers changed. */
    void write(List<Kept> all, long catalogue, Instant at) {
        Map<UUID, byte[]> before =
                fingerprints(all.stream().map(Kept::workloadId).toList());
        Rows rows = Rows.of("uuid", "uuid", "text", "jsonb", "jsonb", "jsonb", "bytea", "bytea");
        for (Kept kept : all) {
            byte[] fingerprint = kept.answers().fingerprint(catalogue);
            if (!Arrays.equals(fingerprint, before.get(kept.workloadId()))) {
                rows.add(
                        kept.workloadId(),
                        kept.clusterId(),
                        kept.namespace(),
                        JSON.writeValueAsString(kept.answers().failed()),
                        JSON.writeValueAsString(kept.answers().unknown()),
                        JSON.writeValueAsString(kept.answers().notApplicable()),
                        fingerprint,
                        kept.answers().document());
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        rows.update(jdbc, """
                insert into workload_checks (workload_id, cluster_id, namespace, failed, unknown, not_applicable, fingerprint,
                    evidence, catalogue, judged_at)
                select u.id, u.cluster_id, u.namespace, array(select jsonb_array_elements_text(u.failed)),
                    array(select jsonb_array_elements_text(u.unknown)),
                    array(select jsonb_array_elements_text(u.not_applicable)), u.fingerprint, u.evidence, b.catalogue, b.at
                from %s u(id, cluster_id, namespace, failed, unknown, not_applicable, fingerprint, evidence),
                    (select ?::bigint, ?::timestamptz) b(catalogue, at)
                on conflict (workload_id) do update set
                    failed = excluded.failed, unknown = excluded.unknown, not_applicable = excluded.not_applicable,
                    fingerprint = excluded.fingerprint, evidence = excluded.evidence, catalogue = excluded.catalogue,
                    judged_at = excluded.judged_at
                """.formatted(rows.unnest()), catalogue, at.toString());
        jdbc.queryForObject("select nextval('workload_checks_revision')", Long.class);
    }

    private Map<UUID, byte[]> fingerprints(Collection<UUID> workloads) {
        Map<UUID, byte[]> found = new HashMap<>();
        jdbc.query(
                "select workload_id, fingerprint from workload_checks where workload_id = any(?)",
                row -> {
                    found.put(Sql.uuid(row, "workload_id"), row.getBytes("fingerprint"));
                },
                Rows.ids(workloads));
        return found;
    }
}
