package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.internal.DecisionTable.Before;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what decisions do to violations, and brings what is counted of their workloads in line. */
@Component
class DecisionEffect {

    private final JdbcTemplate jdbc;

    DecisionEffect(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Decision decision, UUID id, List<Before> violations, String reason, String actor, String q, Instant at) {
        List<UUID> ids = violations.stream().map(Before::id).toList();
        String now = at.toString();
        switch (decision) {
            case Decision.Assign assign -> set(ids, "assignee = ?, assignee_kind = ?", assign.name(), assign.kind());
            case Decision.Remark remark -> {
                set(ids, "assignee = assignee");
                comment(id, violations, remark.body(), actor, at);
            }
            case Decision.Resolve resolve ->
                set(
                        ids,
                        "state = 'RESOLVED', acceptance_id = null, exclusion_id = null, unconfirmed_since = null,"
                                + " resolved_by = ?, closed_at = ?::timestamptz, changed_at = ?::timestamptz",
                        actor,
                        now,
                        now);
            case Decision.Reopen reopen ->
                // One that was resolved by hand still cannot be judged.
                set(
                        ids,
                        "unconfirmed_since = case when state = 'RESOLVED' then ?::timestamptz else unconfirmed_since end,"
                                + " state = 'OPEN', acceptance_id = null, resolved_by = '', closed_at = null,"
                                + " changed_at = ?::timestamptz",
                        now,
                        now);
            case Decision.Accept accept -> {
                jdbc.update(
                        "insert into acceptances (id, reason, accepted_by, accepted_at, ends_at, q, accepted)"
                                + " values (?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?)",
                        accept.acceptanceId(),
                        reason,
                        actor,
                        now,
                        accept.until().toString(),
                        q,
                        ids.size());
                set(
                        ids,
                        "state = 'ACCEPTED', acceptance_id = ?::uuid, changed_at = ?::timestamptz",
                        accept.acceptanceId().toString(),
                        now);
            }
        }
    }

    private void set(List<UUID> ids, String what, Object... values) {
        Object[] all = new Object[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = Rows.ids(ids);
        jdbc.update("update violations set decisions = decisions + 1, " + what + " where id = any(?)", all);
    }

    private void comment(UUID decision, List<Before> violations, String body, String actor, Instant at) {
        Rows rows = Rows.of("uuid", "uuid", "uuid");
        violations.forEach(violation -> rows.add(Ids.newId(at), violation.id(), violation.clusterId()));
        rows.update(
                jdbc,
                "insert into violation_comments (id, violation_id, cluster_id, change_id, at, author, body)"
                        + " select u.*, b.* from " + rows.unnest()
                        + " u, (select ?::uuid, ?::timestamptz, ?::text, ?::text) b",
                decision.toString(),
                at.toString(),
                actor,
                body);
    }

    void history(Collection<UUID> ids, String word, String cause, String actor, Instant at, String correlationId) {
        jdbc.update(
                "insert into violation_history (violation_id, cluster_id, at, change, cause, actor, correlation_id)"
                        + " select id, cluster_id, ?::timestamptz, ?, ?, ?, ? from violations where id = any(?)",
                at.toString(),
                word,
                cause,
                actor,
                correlationId,
                Rows.ids(ids));
    }

    /** Counts anew what is open of workloads, and makes them due when the first acceptance of theirs ends. */
    void settle(Collection<UUID> workloads) {
        Object ids = Rows.ids(workloads);
        jdbc.update("""
                update judgements j set critical = c.critical, high = c.high, medium = c.medium, low = c.low
                from (
                    select w.id, count(*) filter (where v.severity = 4) as critical,
                        count(*) filter (where v.severity = 3) as high, count(*) filter (where v.severity = 2) as medium,
                        count(*) filter (where v.severity = 1) as low
                    from unnest(?::uuid[]) w(id) left join violations v on v.workload_id = w.id and v.state = 'OPEN'
                    group by w.id) c
                where j.workload_id = c.id
                """, ids);
        jdbc.update("""
                with ends as (
                    select v.workload_id, v.cluster_id, min(a.ends_at) as at
                    from violations v join acceptances a on a.id = v.acceptance_id
                        join workloads w on w.id = v.workload_id
                    where v.workload_id = any(?) and v.state = 'ACCEPTED' group by v.workload_id, v.cluster_id),
                judged as (
                    update judgements j set valid_until = least(j.valid_until, e.at)
                    from ends e where j.workload_id = e.workload_id)
                insert into judgement_due (workload_id, cluster_id, due_at, cause)
                select workload_id, cluster_id, at, ? from ends order by workload_id
                on conflict (workload_id) do update set
                    cause = case when judgement_due.due_at <= excluded.due_at then judgement_due.cause
                        else excluded.cause end,
                    due_at = least(judgement_due.due_at, excluded.due_at)
                """, ids, DueQueue.TIME_PASSED);
    }
}
