package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.internal.CarriedDecision.Remark;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Decisions over violations in an export. Those whose violation is not here wait for it: in a restored central the sensors
 * come back after the decisions.
 */
@Component
@Order(80)
class CarriedDecisions implements Carried<CarriedDecision> {

    private static final int LONGEST_NAME = 300;
    private static final int MOST_COMMENTS = 1_000;

    private final JdbcTemplate jdbc;
    private final CarriedDecisionTable table;

    CarriedDecisions(JdbcTemplate jdbc, CarriedDecisionTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public String what() {
        return "owners, comments and acceptances of single violations";
    }

    @Override
    public Class<CarriedDecision> item() {
        return CarriedDecision.class;
    }

    @Override
    public String key(CarriedDecision item) {
        return item.cluster() + "/" + item.namespace() + "/" + item.kind() + "/" + item.name() + " " + item.policyId();
    }

    @Override
    public boolean toldSingly() {
        return false;
    }

    @Override
    public List<CarriedDecision> read(boolean secrets) {
        Map<UUID, List<Remark>> comments = new HashMap<>();
        jdbc.query(
                "select violation_id, at, author, body from violation_comments order by violation_id, at, id", row -> {
                    comments.computeIfAbsent(Sql.uuid(row, "violation_id"), key -> new ArrayList<>())
                            .add(new Remark(Sql.instant(row, "at"), row.getString("author"), row.getString("body")));
                });
        List<CarriedDecision> decisions = new ArrayList<>(jdbc.query(
                """
                select v.id, v.policy_id, c.name as cluster, v.namespace, v.workload_kind, v.workload_name, v.assignee,
                    v.assignee_kind, case when v.state = 'ACCEPTED' then v.acceptance_id end as acceptance_id
                from violations v join clusters c on c.id = v.cluster_id
                where v.gate_run_id is null and (v.assignee <> ''
                    or (v.state = 'ACCEPTED' and v.acceptance_id is not null)
                    or exists (select 1 from violation_comments k where k.violation_id = v.id))
                """,
                (row, number) -> new CarriedDecision(
                        Sql.uuid(row, "policy_id"),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("workload_kind"),
                        row.getString("workload_name"),
                        row.getString("assignee").isEmpty()
                                ? null
                                : new Assignee(
                                        Assignee.Kind.valueOf(row.getString("assignee_kind")),
                                        row.getString("assignee")),
                        Sql.uuid(row, "acceptance_id"),
                        comments.getOrDefault(Sql.uuid(row, "id"), List.of()))));
        decisions.addAll(table.waiting());
        return decisions;
    }

    @Override
    public void check(CarriedDecision item) {
        name("cluster", item.cluster());
        name("kind", item.kind());
        name("name", item.name());
        if (item.namespace().length() > LONGEST_NAME) {
            throw new InvalidRequest("namespace", item.namespace(), "up to " + LONGEST_NAME + " characters");
        }
        if (item.assignee() != null) {
            name("assignee/name", item.assignee().name());
        }
        if (item.comments().size() > MOST_COMMENTS) {
            throw new InvalidRequest("comments", item.comments().size() + " comments", "at most " + MOST_COMMENTS);
        }
        for (Remark comment : item.comments()) {
            DecisionTexts.comment(comment.body());
            name("comments/author", comment.author());
        }
    }

    private static void name(String field, String value) {
        if (value.isBlank() || value.length() > LONGEST_NAME) {
            throw new InvalidRequest(field, value, "1 to " + LONGEST_NAME + " characters");
        }
    }

    @Override
    public @Nullable String obstacle(CarriedDecision item, Reach reach) {
        if (!reach.has("policies", item.policyId().toString())) {
            return "its policy is not here";
        }
        return item.acceptanceId() != null
                        && !reach.has("acceptances", item.acceptanceId().toString())
                ? "its acceptance is not here"
                : null;
    }

    @Override
    public void write(List<CarriedDecision> items) {
        table.take(items);
    }
}
