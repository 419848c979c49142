package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.DecisionOutcome.Touched;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes what decisions need beside the violations: how they stood before, and how that is put back. */
@Component
class DecisionTable {

    /** How long a decision can be undone. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int SAMPLE = 50;

    /** A violation as a decision finds it. */
    record Before(
            UUID id,
            UUID workloadId,
            UUID clusterId,
            State state,
            boolean attempt,
            boolean unconfirmed,
            String assignee,
            String assigneeKind,
            String resolvedBy,
            Severity severity,
            int decisions) {}

    /** A decision that was made. */
    record Made(UUID id, String action, String q, @Nullable Instant undoneAt) {}

    private final JdbcTemplate jdbc;

    DecisionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps others from judging or deciding these until the transaction ends. */
    void lock(Collection<UUID> violations) {
        jdbc.query("""
                select w.id from workloads w
                where w.id in (select workload_id from violations where id = any(?))
                order by w.id for no key update
                """, row -> {}, Rows.ids(violations));
        // Also those whose workload is gone.
        jdbc.query(
                "select id from violations where id = any(?) order by id for no key update",
                row -> {},
                Rows.ids(violations));
    }

    List<Before> before(Collection<UUID> violations) {
        return jdbc.query(
                "select * from violations where id = any(?) order by severity desc, opened_at desc, id",
                (row, number) -> new Before(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "workload_id"),
                        Sql.uuid(row, "cluster_id"),
                        State.valueOf(row.getString("state")),
                        Sql.uuid(row, "gate_run_id") != null,
                        row.getTimestamp("unconfirmed_since") != null,
                        row.getString("assignee"),
                        row.getString("assignee_kind"),
                        row.getString("resolved_by"),
                        Severities.of(row.getInt("severity")),
                        row.getInt("decisions")),
                Rows.ids(violations));
    }

    /** The first of these by their names. */
    List<Touched> named(List<UUID> violations) {
        return jdbc.query(
                """
                select v.id, v.policy_name, v.severity, c.name as cluster, v.namespace, v.workload_name
                from violations v join clusters c on c.id = v.cluster_id
                where v.id = any(?) order by v.severity desc, v.opened_at desc, v.id
                """,
                (row, number) -> new Touched(
                        Sql.uuid(row, "id"),
                        row.getString("policy_name"),
                        Severities.of(row.getInt("severity")),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("workload_name")),
                Rows.ids(violations.subList(0, Math.min(SAMPLE, violations.size()))));
    }

    /** Keeps how violations stand now, before a decision changes them; forgets decisions that nobody can undo any more. */
    void remember(UUID id, Instant at, String actor, String action, String q, String reason, List<UUID> violations) {
        jdbc.update(
                "delete from violation_decisions where at < ?::timestamptz",
                at.minus(KEPT).toString());
        jdbc.update(
                "insert into violation_decisions (id, at, actor, action, q, reason, changed)"
                        + " values (?, ?::timestamptz, ?, ?, ?, ?, ?)",
                id,
                at.toString(),
                actor,
                action,
                q,
                reason,
                violations.size());
        jdbc.update("""
                insert into violation_decision_rows (decision_id, violation_id, cluster_id, decisions, state_after, state,
                    assignee, assignee_kind, acceptance_id, resolved_by, closed_at, unconfirmed_since)
                select ?::uuid, id, cluster_id, decisions + 1, state, state, assignee, assignee_kind, acceptance_id,
                    resolved_by, closed_at, unconfirmed_since
                from violations where id = any(?)
                """, id.toString(), Rows.ids(violations));
    }

    /** Notes the state that the decision led to: one that a judgement has changed since is not put back. */
    void noteStates(UUID id) {
        jdbc.update(
                "update violation_decision_rows r set state_after = v.state from violations v"
                        + " where r.decision_id = ? and v.id = r.violation_id",
                id);
    }

    @Nullable
    Made find(UUID id, Instant now) {
        return jdbc
                .query(
                        "select * from violation_decisions where id = ? and at >= ?::timestamptz for update",
                        (row, number) -> new Made(
                                Sql.uuid(row, "id"),
                                row.getString("action"),
                                row.getString("q"),
                                Sql.instantOrNull(row, "undone_at")),
                        id,
                        now.minus(KEPT).toString())
                .stream()
                .findFirst()
                .orElse(null);
    }

    List<UUID> violationsOf(UUID decision) {
        return jdbc.queryForList(
                "select violation_id from violation_decision_rows where decision_id = ?", UUID.class, decision);
    }

    /** Puts back those that stand as the decision left them. */
    List<UUID> putBack(UUID decision, String actor, Instant now) {
        List<UUID> back = jdbc.queryForList("""
                update violations v set state = r.state, assignee = r.assignee, assignee_kind = r.assignee_kind,
                    acceptance_id = r.acceptance_id, resolved_by = r.resolved_by, closed_at = r.closed_at,
                    unconfirmed_since = r.unconfirmed_since, decisions = v.decisions + 1,
                    changed_at = case when v.state = r.state then v.changed_at else ?::timestamptz end
                from violation_decision_rows r
                where r.decision_id = ? and v.id = r.violation_id and v.decisions = r.decisions
                    and v.state = r.state_after
                returning v.id
                """, UUID.class, now.toString(), decision);
        // An acceptance has the id of the decision that made it.
        jdbc.update(
                "update acceptances set ended_at = ?::timestamptz, ended_by = ? where id = ? and ended_at is null",
                now.toString(),
                actor,
                decision);
        jdbc.update("delete from violation_comments where change_id = ?", decision);
        jdbc.update("update violation_decisions set undone_at = ?::timestamptz where id = ?", now.toString(), decision);
        return back;
    }
}
