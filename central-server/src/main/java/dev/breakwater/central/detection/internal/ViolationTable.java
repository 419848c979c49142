package dev.breakwater.central.detection.internal;

import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.policy.Evidence;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code violations} and their history. */
@Component
class ViolationTable {

    private final JdbcTemplate jdbc;

    ViolationTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of what runs, by workload and policy, closed ones too. */
    Map<UUID, Map<UUID, StoredViolation>> of(Collection<UUID> workloadIds) {
        return read(STORED, Rows.ids(workloadIds));
    }

    /** Those of some policies only. */
    Map<UUID, Map<UUID, StoredViolation>> of(Collection<UUID> workloadIds, Collection<UUID> policyIds) {
        return read(STORED + " and v.policy_id = any(?)", Rows.ids(workloadIds), Rows.ids(policyIds));
    }

    private Map<UUID, Map<UUID, StoredViolation>> read(String sql, Object... parameters) {
        Map<UUID, Map<UUID, StoredViolation>> stored = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    StoredViolation violation = new StoredViolation(
                            Sql.uuid(row, "id"),
                            Sql.uuid(row, "workload_id"),
                            Sql.uuid(row, "policy_id"),
                            row.getString("policy_name"),
                            State.valueOf(row.getString("state")),
                            Sql.uuid(row, "exclusion_id"),
                            Sql.instantOrNull(row, "accepted_until"),
                            row.getBoolean("paused"),
                            Severities.of(row.getInt("severity")),
                            row.getBytes("evidence_hash"),
                            row.getBoolean("unconfirmed"),
                            row.getString("team"),
                            row.getBoolean("platform"));
                    stored.computeIfAbsent(violation.workloadId(), key -> new HashMap<>())
                            .put(violation.policyId(), violation);
                },
                parameters);
        return stored;
    }

    Map<UUID, List<Evidence>> evidence(Collection<UUID> ids) {
        Map<UUID, List<Evidence>> evidence = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(
                    "select id, evidence from violations where id = any(?)",
                    row -> {
                        evidence.put(row.getObject(1, UUID.class), EvidenceJson.read(row.getString(2)));
                    },
                    Rows.ids(ids));
        }
        return evidence;
    }

    void write(List<ViolationChange> changes, long policyRevision, Instant at, String correlationId) {
        Rows violated = Rows.of(
                "uuid", "uuid", "text", "uuid", "uuid", "text", "text", "text", "text", "bool", "int2", "json", "bytea",
                "int8", "text", "uuid");
        Rows closed = Rows.of("uuid", "int8", "bool");
        Rows kept = Rows.of("uuid", "int8", "text", "uuid", "bool");
        Rows history = Rows.of("uuid", "uuid", "text", "text");
        for (ViolationChange change : changes) {
            long revision = change.judging().loaded().revision();
            if (change.evidence() != null && change.policy() != null) {
                add(violated, change);
            } else if (change.state() == State.RESOLVED) {
                closed.add(change.id(), revision, change.paused());
            } else {
                kept.add(change.id(), revision, change.state(), change.exclusionId(), change.unconfirmed());
            }
            history.add(change.id(), change.judging().loaded().clusterId(), change.word(), change.cause());
        }
        violated.update(jdbc, UPSERT.formatted(violated.unnest()), at.toString(), policyRevision);
        closed.update(jdbc, CLOSE.formatted(closed.unnest()), at.toString(), policyRevision);
        kept.update(jdbc, KEEP.formatted(kept.unnest()), at.toString(), policyRevision);
        history.update(
                jdbc,
                "insert into violation_history (violation_id, cluster_id, change, cause, at, correlation_id)"
                        + " select u.*, b.* from " + history.unnest() + " u, (select ?::timestamptz, ?::text) b",
                at.toString(),
                correlationId);
    }

    private static void add(Rows rows, ViolationChange change) {
        LoadedWorkload loaded = change.judging().loaded();
        EvidenceJson evidence = change.evidence();
        if (evidence == null || change.policy() == null) {
            throw new IllegalArgumentException("only what is violated has evidence");
        }
        rows.add(
                change.id(),
                change.policy().id(),
                change.policy().name(),
                loaded.id(),
                loaded.clusterId(),
                loaded.spec().meta().namespace(),
                loaded.spec().kindName(),
                loaded.spec().meta().name(),
                loaded.team(),
                loaded.platform(),
                Severities.number(change.policy().severity()),
                evidence.json(),
                evidence.hash(),
                loaded.revision(),
                change.state(),
                change.exclusionId());
    }

    /** Owners that changed are no change of the violation, so they leave no history. */
    void rename(Collection<LoadedWorkload> workloads) {
        Rows rows = Rows.of("uuid", "text", "bool");
        workloads.forEach(workload -> rows.add(workload.id(), workload.team(), workload.platform()));
        rows.update(
                jdbc,
                "update violations v set team = u.team, platform = u.platform from " + rows.unnest()
                        + " u(workload_id, team, platform) where v.workload_id = u.workload_id");
    }

    /**
     * Closes everything of workloads that are gone, by one statement.
     *
     * @return the ids of those that were not excluded
     */
    List<UUID> closeAll(Collection<UUID> workloadIds, Instant at, String cause, String correlationId) {
        return jdbc.queryForList("""
                with gone as (
                    select id, state from violations
                    where workload_id = any(?) and state <> 'RESOLVED' and gate_run_id is null),
                closed as (
                    update violations v set state = 'RESOLVED', closed_at = b.at, changed_at = b.at,
                        unconfirmed_since = null, acceptance_id = null, exclusion_id = null
                    from gone g, (select ?::timestamptz) b(at)
                    where v.id = g.id returning v.id, v.cluster_id, v.closed_at),
                told as (
                    insert into violation_history (violation_id, cluster_id, at, change, cause, correlation_id)
                    select id, cluster_id, closed_at, 'CLOSED', ?, ? from closed)
                select id from gone where state <> 'EXCLUDED'
                """, UUID.class, Rows.ids(workloadIds), at.toString(), cause, correlationId);
    }

    private static final String STORED =
            "select v.id, v.workload_id, v.policy_id, v.policy_name, v.state, v.severity, v.evidence_hash,"
                    + " v.unconfirmed_since is not null as unconfirmed, v.team, v.platform, v.exclusion_id,"
                    + " v.paused, case when a.ended_at is null then a.ends_at end as accepted_until"
                    + " from violations v left join acceptances a on a.id = v.acceptance_id"
                    + " where v.workload_id = any(?) and v.gate_run_id is null";

    private static final String UPSERT = """
            insert into violations (id, policy_id, policy_name, workload_id, cluster_id, namespace, workload_kind,
                workload_name, team, platform, severity, evidence, evidence_hash, fact_revision,
                state, exclusion_id, opened_at, changed_at, policy_revision)
            select u.*, b.at, b.at, b.revision
            from %s u, (select ?::timestamptz, ?::bigint) b(at, revision)
            on conflict (id) do update set
                policy_name = excluded.policy_name, team = excluded.team, platform = excluded.platform,
                severity = excluded.severity, evidence = excluded.evidence,
                evidence_hash = excluded.evidence_hash, state = excluded.state, exclusion_id = excluded.exclusion_id,
                acceptance_id = case when excluded.state = 'ACCEPTED' then violations.acceptance_id end,
                resolved_by = '', unconfirmed_since = null, closed_at = null,
                opened_at = case when violations.state = 'RESOLVED' and not violations.paused
                    then excluded.opened_at else violations.opened_at end,
                paused = false,
                changed_at = excluded.changed_at, fact_revision = excluded.fact_revision,
                policy_revision = excluded.policy_revision
            """;

    private static final String CLOSE = """
            update violations v set state = 'RESOLVED', closed_at = b.at, changed_at = b.at, unconfirmed_since = null,
                acceptance_id = case when u.paused then v.acceptance_id end, exclusion_id = null, paused = u.paused,
                fact_revision = u.fact_revision, policy_revision = b.revision
            from %s u(id, fact_revision, paused), (select ?::timestamptz, ?::bigint) b(at, revision) where v.id = u.id
            """;

    /** The evidence stays as it was last seen. */
    private static final String KEEP = """
            update violations v set state = u.state, exclusion_id = u.exclusion_id,
                acceptance_id = case when u.state = 'ACCEPTED' then v.acceptance_id end,
                unconfirmed_since = case when u.unconfirmed then b.at end, changed_at = b.at, closed_at = null,
                paused = false,
                fact_revision = u.fact_revision, policy_revision = b.revision
            from %s u(id, fact_revision, state, exclusion_id, unconfirmed),
                (select ?::timestamptz, ?::bigint) b(at, revision)
            where v.id = u.id
            """;
}
