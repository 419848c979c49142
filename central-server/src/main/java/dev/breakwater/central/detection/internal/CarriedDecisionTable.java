package dev.breakwater.central.detection.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.detection.internal.CarriedDecision.Remark;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Brings decisions that were carried over to their violations, and keeps those whose violation is not there yet. */
@Component
class CarriedDecisionTable {

    private static final String WORD = "CARRIED OVER";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final DecisionTable decisions;
    private final DecisionEffect effect;
    private final ActorSource actors;
    private final Clock clock;

    CarriedDecisionTable(
            JdbcTemplate jdbc, DecisionTable decisions, DecisionEffect effect, ActorSource actors, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.effect = effect;
        this.actors = actors;
        this.clock = clock;
    }

    /** Those that wait for their violation. */
    List<CarriedDecision> waiting() {
        return jdbc.query(
                "select document from carried_decisions",
                (row, number) -> JSON.readValue(row.getString(1), CarriedDecision.class));
    }

    /** Takes decisions in: at once where the violation is here, else when it opens. */
    void take(List<CarriedDecision> items) {
        Map<UUID, CarriedDecision> wanted = new HashMap<>();
        items.forEach(item -> wanted.put(item.violationId(), item));
        decisions.lock(wanted.keySet());
        Map<UUID, CarriedDecision> here = new HashMap<>();
        List<UUID> workloads = new ArrayList<>();
        for (DecisionTable.Before violation : decisions.before(wanted.keySet())) {
            here.put(violation.id(), wanted.remove(violation.id()));
            workloads.add(violation.workloadId());
        }
        apply(here, actors.current().name(), clock.instant());
        effect.settle(workloads);
        Rows rows = Rows.of("uuid", "uuid", "jsonb");
        wanted.forEach((id, item) -> rows.add(id, item.workloadId(), JSON.writeValueAsString(item)));
        rows.update(
                jdbc,
                "insert into carried_decisions (violation_id, workload_id, document, carried_at)"
                        + " select u.*, b.at from " + rows.unnest() + " u, (select ?::timestamptz) b(at)"
                        + " on conflict (violation_id) do update set document = excluded.document,"
                        + " carried_at = excluded.carried_at",
                clock.instant().toString());
    }

    /**
     * Applies what waited for violations of these workloads that are there by now.
     *
     * @return whether there was any
     */
    boolean arrive(Collection<UUID> workloads, Instant at) {
        Map<UUID, CarriedDecision> arrived = new HashMap<>();
        jdbc.query(
                "delete from carried_decisions c using violations v"
                        + " where c.workload_id = any(?) and v.id = c.violation_id returning c.violation_id, c.document",
                row -> {
                    arrived.put(
                            Sql.uuid(row, "violation_id"),
                            JSON.readValue(row.getString("document"), CarriedDecision.class));
                },
                Rows.ids(workloads));
        apply(arrived, "import", at);
        return !arrived.isEmpty();
    }

    private void apply(Map<UUID, CarriedDecision> items, String actor, Instant at) {
        if (items.isEmpty()) {
            return;
        }
        Rows rows = Rows.of("uuid", "text", "text", "uuid");
        Rows comments = Rows.of("uuid", "uuid", "timestamptz", "text", "text");
        items.forEach((id, item) -> {
            rows.add(id, item.assigneeName(), item.assigneeKind(), item.acceptanceId());
            for (Remark comment : item.comments()) {
                comments.add(Ids.newId(at), id, comment.at(), comment.author(), comment.body());
            }
        });
        rows.update(jdbc, """
                update violations v set assignee = u.assignee, assignee_kind = u.kind, decisions = v.decisions + 1,
                    state = case when v.state in ('OPEN', 'ACCEPTED')
                        then case when a.id is null then 'OPEN' else 'ACCEPTED' end else v.state end,
                    acceptance_id = case when v.state in ('OPEN', 'ACCEPTED') then a.id else v.acceptance_id end
                from %s u(id, assignee, kind, acceptance_id) cross join (select ?::timestamptz) b(at)
                    left join acceptances a
                        on a.id = u.acceptance_id and a.ended_at is null and a.ends_at > b.at
                where v.id = u.id
                """.formatted(rows.unnest()), at.toString());
        jdbc.update("delete from violation_comments where violation_id = any(?)", Rows.ids(items.keySet()));
        comments.update(
                jdbc,
                "insert into violation_comments (id, violation_id, cluster_id, change_id, at, author, body)"
                        + " select u.id, u.violation_id, v.cluster_id, b.change_id, u.at, u.author, u.body from "
                        + comments.unnest()
                        + " u(id, violation_id, at, author, body) join violations v on v.id = u.violation_id"
                        + " cross join (select ?::uuid) b(change_id)",
                Ids.newId(at).toString());
        effect.history(items.keySet(), WORD, "decided elsewhere and imported", actor, at, Correlation.current());
    }
}
