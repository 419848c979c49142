package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    record Kept(UUID workloadId, UUID clusterId, String namespace, WorkloadAnswers answers, String cause) {}

    /** What was kept of a workload before. */
    private record Before(byte[] fingerprint, Set<String> failed, long catalogue) {}

    /** Writes those whose answers changed. */
    void write(List<Kept> all, long catalogue, Instant at) {
        Map<UUID, Before> before = before(all.stream().map(Kept::workloadId).toList());
        Rows changes = Rows.of("uuid", "uuid", "text", "bool", "text");
        Rows rows = Rows.of("uuid", "uuid", "text", "jsonb", "jsonb", "jsonb", "bytea", "bytea");
        for (Kept kept : all) {
            byte[] json = kept.answers().json();
            byte[] fingerprint = kept.answers().fingerprint(catalogue, json);
            Before then = before.get(kept.workloadId());
            if (then == null || !Arrays.equals(fingerprint, then.fingerprint())) {
                if (then != null && then.catalogue() == catalogue) {
                    moved(kept, then.failed(), changes);
                }
                rows.add(
                        kept.workloadId(),
                        kept.clusterId(),
                        kept.namespace(),
                        JSON.writeValueAsString(kept.answers().failed()),
                        JSON.writeValueAsString(kept.answers().unknown()),
                        JSON.writeValueAsString(kept.answers().notApplicable()),
                        fingerprint,
                        WorkloadAnswers.document(json));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        rows.update(jdbc, """
                insert into workload_checks (workload_id, cluster_id, namespace, failed, unknown, not_applicable, fingerprint,
                    evidence, catalogue, judged_at, revision)
                select u.id, u.cluster_id, u.namespace, array(select jsonb_array_elements_text(u.failed)),
                    array(select jsonb_array_elements_text(u.unknown)),
                    array(select jsonb_array_elements_text(u.not_applicable)), u.fingerprint, u.evidence, b.catalogue, b.at, b.revision
                from %s u(id, cluster_id, namespace, failed, unknown, not_applicable, fingerprint, evidence),
                    (select ?::bigint, ?::timestamptz, nextval('workload_checks_revision')) b(catalogue, at, revision)
                on conflict (workload_id) do update set
                    failed = excluded.failed, unknown = excluded.unknown, not_applicable = excluded.not_applicable,
                    fingerprint = excluded.fingerprint, evidence = excluded.evidence, catalogue = excluded.catalogue,
                    judged_at = excluded.judged_at, revision = excluded.revision
                """.formatted(rows.unnest()), catalogue, at.toString());
        if (!changes.isEmpty()) {
            changes.update(jdbc, """
                    insert into compliance_changes (cluster_id, workload_id, check_id, fails, cause, at)
                    select u.*, b.* from %s u, (select ?::timestamptz) b
                    """.formatted(changes.unnest()), at.toString());
        }
    }

    /** Which checks began or ceased to fail. */
    private static void moved(Kept kept, Set<String> before, Rows changes) {
        Set<String> now = Set.copyOf(kept.answers().failed());
        for (String check : now) {
            if (!before.contains(check)) {
                changes.add(kept.clusterId(), kept.workloadId(), check, true, kept.cause());
            }
        }
        for (String check : before) {
            if (!now.contains(check)) {
                changes.add(kept.clusterId(), kept.workloadId(), check, false, kept.cause());
            }
        }
    }

    private Map<UUID, Before> before(Collection<UUID> workloads) {
        Map<UUID, Before> found = new HashMap<>();
        jdbc.query(
                "select workload_id, fingerprint, failed, catalogue from workload_checks where workload_id = any(?)",
                row -> {
                    found.put(
                            Sql.uuid(row, "workload_id"),
                            new Before(
                                    row.getBytes("fingerprint"),
                                    Set.copyOf(Sql.texts(row, "failed")),
                                    row.getLong("catalogue")));
                },
                Rows.ids(workloads));
        return found;
    }
}
