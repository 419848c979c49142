package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Attempts;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps attempts in the table of the violations, each in a row of its own beside that of what runs. */
@Component
class StoredAttempts implements Attempts {

    private record Row(UUID id, UUID workloadId, Policy policy, Checked object, EvidenceJson evidence) {}

    private final Policies policies;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    StoredAttempts(Policies policies, JdbcTemplate jdbc, Clock clock) {
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(UUID run, UUID clusterId, String cause, long policyRevision, List<Checked> objects) {
        String cluster = jdbc.queryForObject("select name from clusters where id = ?", String.class, clusterId);
        Map<UUID, Policy> byId = policies.current().byId();
        Map<UUID, Row> attempted = new LinkedHashMap<>();
        Set<UUID> checked = new HashSet<>();
        Set<UUID> standing = new HashSet<>();
        for (Checked object : objects) {
            UUID workload =
                    ObjectKey.workloadId(String.valueOf(cluster), object.namespace(), object.kind(), object.name());
            checked.add(workload);
            object.notPassed().forEach(policyId -> standing.add(idOf(policyId, workload)));
            object.violated().forEach((policyId, evidence) -> {
                Policy policy = byId.get(policyId);
                // A built-in policy about objects may be judged without being one that people see.
                if (policy != null) {
                    UUID id = idOf(policyId, workload);
                    attempted.put(id, new Row(id, workload, policy, object, EvidenceJson.of(evidence)));
                }
            });
        }
        Instant now = clock.instant();
        write(attempted.values(), run, clusterId, policyRevision, now);
        tell(attempted.keySet(), clusterId, "ATTEMPTED", cause, now);
        standing.addAll(attempted.keySet());
        List<UUID> over = jdbc.queryForList(
                "update violations set state = 'RESOLVED', resolved_by = '', closed_at = ?::timestamptz,"
                        + " changed_at = ?::timestamptz where gate_run_id is not null and state = 'ATTEMPTED'"
                        + " and cluster_id = ? and workload_id = any(?) and not id = any(?) returning id",
                UUID.class,
                now.toString(),
                now.toString(),
                clusterId,
                Rows.ids(checked),
                Rows.ids(standing));
        tell(over, clusterId, "PASSED", "a later check did not find it", now);
    }

    /** The same policy and object may be violated by what runs, which is another row. */
    static UUID idOf(UUID policyId, UUID workloadId) {
        return NameBasedId.of("attempted-violation", policyId.toString(), workloadId.toString());
    }

    private void write(Iterable<Row> attempted, UUID run, UUID clusterId, long policyRevision, Instant now) {
        Map<UUID, Whose> owners = owners(attempted);
        Rows rows = Rows.of(
                "uuid", "uuid", "text", "uuid", "text", "text", "text", "text", "bool", "int2", "json", "bytea");
        for (Row row : attempted) {
            Whose whose = owners.getOrDefault(row.workloadId(), new Whose("", false));
            rows.add(
                    row.id(),
                    row.policy().id(),
                    row.policy().name(),
                    row.workloadId(),
                    row.object().namespace(),
                    row.object().kind(),
                    row.object().name(),
                    whose.team(),
                    whose.platform(),
                    Severities.number(row.policy().severity()),
                    row.evidence().json(),
                    row.evidence().hash());
        }
        rows.update(
                jdbc,
                """
                insert into violations (id, policy_id, policy_name, workload_id, namespace, workload_kind, workload_name,
                    team, platform, severity, evidence, evidence_hash, cluster_id, gate_run_id, policy_revision,
                    fact_revision, state, opened_at, changed_at)
                select u.*, b.cluster_id, b.run, b.revision, 0, 'ATTEMPTED', b.at, b.at
                from %s u, (select ?::uuid, ?::uuid, ?::bigint, ?::timestamptz) b(cluster_id, run, revision, at)
                on conflict (id) do update set policy_name = excluded.policy_name, team = excluded.team,
                    platform = excluded.platform, severity = excluded.severity, evidence = excluded.evidence,
                    evidence_hash = excluded.evidence_hash, gate_run_id = excluded.gate_run_id,
                    policy_revision = excluded.policy_revision, state = 'ATTEMPTED', resolved_by = '', closed_at = null,
                    opened_at = case when violations.state = 'ATTEMPTED' then violations.opened_at
                        else excluded.opened_at end,
                    changed_at = excluded.changed_at
                """.formatted(rows.unnest()),
                clusterId.toString(),
                run.toString(),
                policyRevision,
                now.toString());
    }

    private record Whose(String team, boolean platform) {}

    private Map<UUID, Whose> owners(Iterable<Row> attempted) {
        List<UUID> ids = new ArrayList<>();
        attempted.forEach(row -> ids.add(row.workloadId()));
        Map<UUID, Whose> owners = new HashMap<>();
        jdbc.query(
                "select id, team, platform from workloads where id = any(?)",
                row -> {
                    owners.put(Sql.uuid(row, "id"), new Whose(row.getString("team"), row.getBoolean("platform")));
                },
                Rows.ids(ids));
        return owners;
    }

    private void tell(Iterable<UUID> violations, UUID clusterId, String change, String cause, Instant now) {
        Rows rows = Rows.of("uuid");
        violations.forEach(rows::add);
        rows.update(
                jdbc,
                "insert into violation_history (violation_id, cluster_id, at, change, cause, correlation_id)"
                        + " select u.id, b.* from " + rows.unnest()
                        + " u(id), (select ?::uuid, ?::timestamptz, ?::text, ?::text, ?::text) b",
                clusterId.toString(),
                now.toString(),
                change,
                cause,
                Correlation.current());
    }
}
