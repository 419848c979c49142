package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Compliance.Moved;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.model.ObjectKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code compliance_checks}, {@code compliance_results} and {@code compliance_history}. */
@Component
class ResultTable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;

    ResultTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A control of a cluster.
     *
     * @param tally answers of objects
     */
    record Row(
            UUID cluster,
            String standard,
            String control,
            int ordinal,
            Outcome outcome,
            Tally tally,
            List<Sample> evidence) {

        UUID id() {
            return NameBasedId.of("compliance-result", cluster.toString(), standard, control);
        }
    }

    List<UUID> clusters() {
        return jdbc.query("select id from clusters order by id", (row, number) -> Sql.uuid(row, "id"));
    }

    /** Differs as soon as something changed that results of any cluster are made of. */
    String mark() {
        return Objects.requireNonNull(jdbc.queryForObject("""
                select (select last_value from workload_checks_revision) || '/' || (select last_value from fact_revision)
                    || '/' || %s || '/' || (select count(*) from clusters)
                    || '/' || (select count(*) || ':' || coalesce(max(judged_at)::text, '') from node_checks)
                    || '/' || (select count(*) || ':' || coalesce(max(counted_at)::text, '') from node_counts)
                    || '/' || exists (select 1 from package_due)
                """.formatted(StandardsInForce.REVISION), String.class));
    }

    /** Differs as soon as something changed that holds of all clusters: what people decided, and the standards. */
    String decisions(Instant now) {
        return Objects.requireNonNull(
                jdbc.queryForObject("""
                select %s
                    || '/' || (select count(*) || ':' || coalesce(max(attested_at)::text, '') from compliance_attestations
                               where withdrawn_at is null and valid_until > b.now)
                    || '/' || (select coalesce(max(withdrawn_at)::text, '') from compliance_attestations)
                    || '/' || (select count(*) || ':' || coalesce(max(decided_at)::text, '') from compliance_exceptions
                               where state = 'APPROVED' and ends_at > b.now)
                    || '/' || (select coalesce(max(ended_at)::text, '') from compliance_exceptions)
                from (select ?::timestamptz as now) b
                """.formatted(StandardsInForce.REVISION), String.class, now.toString()));
    }

    /** Differs as soon as the answers of workloads, or the objects, of a cluster changed. Read from narrow indexes. */
    String markOf(UUID cluster) {
        return Objects.requireNonNull(jdbc.queryForObject("""
                select (select count(*) || ':' || coalesce(sum(revision), 0) from workload_checks where cluster_id = c.id)
                    || '/' || (select count(*) from workloads where cluster_id = c.id)
                    || '/' || (select count(*) || ':' || coalesce(max(revision), 0) from cluster_objects
                               where cluster_id = c.id and kind = ?)
                from clusters c where c.id = ?
                """, String.class, ObjectKind.NODE.ordinal(), cluster));
    }

    /** Which objects failed each check when it was last added up; a check of which that is not known has no entry. */
    Map<String, Set<String>> failingBefore(UUID cluster) {
        Map<String, Set<String>> failing = new HashMap<>();
        jdbc.query(
                "select check_id, failing from compliance_checks where cluster_id = ? and failing is not null",
                row -> {
                    failing.put(row.getString("check_id"), Set.copyOf(Sql.texts(row, "failing")));
                },
                cluster);
        return failing;
    }

    void writeChecks(UUID cluster, Map<String, Tally> tallies, Map<String, List<Failing>> failing, Instant at) {
        Rows rows = Rows.of("text", "int8", "int8", "int8", "int8", "int8", "jsonb");
        tallies.forEach((check, tally) -> rows.add(
                check,
                tally.passed(),
                tally.failed(),
                tally.unknown(),
                tally.notApplicable(),
                tally.excepted(),
                JSON.writeValueAsString(failing.getOrDefault(check, List.of()).stream()
                        .map(Failing::key)
                        .toList())));
        rows.update(jdbc, """
                insert into compliance_checks (check_id, passed, failed, unknown, not_applicable, excepted, failing, cluster_id,
                    evaluated_at)
                select u.check_id, u.passed, u.failed, u.unknown, u.not_applicable, u.excepted,
                    array(select jsonb_array_elements_text(u.failing)), b.*
                from %s u(check_id, passed, failed, unknown, not_applicable, excepted, failing),
                    (select ?::uuid, ?::timestamptz) b
                on conflict (cluster_id, check_id) do update set
                    passed = excluded.passed, failed = excluded.failed, unknown = excluded.unknown,
                    not_applicable = excluded.not_applicable, excepted = excluded.excepted, failing = excluded.failing,
                    evaluated_at = excluded.evaluated_at
                """.formatted(rows.unnest()), cluster.toString(), at.toString());
    }

    /** What was kept of a control before. */
    record Before(Outcome outcome, long passed, long failed, long unknown, long excepted, Instant evaluatedAt) {

        boolean differs(Row now) {
            Tally tally = now.tally();
            return outcome != now.outcome()
                    || passed != tally.passed()
                    || failed != tally.failed()
                    || unknown != tally.unknown()
                    || excepted != tally.excepted();
        }
    }

    /** All of a cluster, by the id of the result. */
    Map<UUID, Before> before(UUID cluster) {
        Map<UUID, Before> found = new HashMap<>();
        jdbc.query(
                "select id, outcome, passed, failed, unknown, excepted, evaluated_at from compliance_results where cluster_id = ?",
                row -> {
                    found.put(
                            Sql.uuid(row, "id"),
                            new Before(
                                    Outcome.valueOf(row.getString("outcome")),
                                    row.getLong("passed"),
                                    row.getLong("failed"),
                                    row.getLong("unknown"),
                                    row.getLong("excepted"),
                                    Sql.instant(row, "evaluated_at")));
                },
                cluster);
        return found;
    }

    /** Notes a step of each of these controls. */
    void writeSteps(
            List<Row> changed, Map<UUID, Before> before, Map<UUID, List<Moved>> objects, String cause, Instant at) {
        if (changed.isEmpty()) {
            return;
        }
        Rows rows = Rows.of("uuid", "text", "text", "text", "text", "int8", "int8", "int8", "int8", "jsonb");
        for (Row row : changed) {
            Before then = before.get(row.id());
            rows.add(
                    row.cluster(),
                    row.standard(),
                    row.control(),
                    then == null ? null : then.outcome().name(),
                    row.outcome(),
                    row.tally().passed(),
                    row.tally().failed(),
                    row.tally().unknown(),
                    row.tally().excepted(),
                    JSON.writeValueAsString(objects.getOrDefault(row.id(), List.of())));
        }
        rows.update(jdbc, """
                insert into compliance_history (cluster_id, standard, control, before, after, passed, failed, unknown, excepted,
                    objects, cause, at)
                select u.*, b.* from %s u, (select ?::text, ?::timestamptz) b
                """.formatted(rows.unnest()), cause, at.toString());
    }

    /** Writes what a cluster comes out as; what no standard asks any more is forgotten. */
    void writeResults(UUID cluster, List<Row> all, Instant at) {
        Rows rows = Rows.of(
                "uuid", "uuid", "text", "text", "int4", "text", "int8", "int8", "int8", "int8", "int8", "jsonb");
        for (Row row : all) {
            Tally tally = row.tally();
            rows.add(
                    row.id(),
                    row.cluster(),
                    row.standard(),
                    row.control(),
                    row.ordinal(),
                    row.outcome(),
                    tally.passed(),
                    tally.failed(),
                    tally.unknown(),
                    tally.notApplicable(),
                    tally.excepted(),
                    JSON.writeValueAsString(row.evidence()));
        }
        rows.update(jdbc, """
                insert into compliance_results (id, cluster_id, standard, control, ordinal, outcome, passed, failed, unknown,
                    not_applicable, excepted, evidence, since, evaluated_at)
                select u.*, b.at, b.at from %s u cross join (select ?::timestamptz as at) b
                on conflict (id) do update set
                    ordinal = excluded.ordinal, outcome = excluded.outcome, passed = excluded.passed,
                    failed = excluded.failed, unknown = excluded.unknown, not_applicable = excluded.not_applicable,
                    excepted = excluded.excepted, evidence = excluded.evidence, evaluated_at = excluded.evaluated_at,
                    since = case when compliance_results.outcome = excluded.outcome then compliance_results.since
                                 else excluded.since end
                """.formatted(rows.unnest()), at.toString());
        jdbc.update(
                "delete from compliance_results where cluster_id = ? and not id = any(?)",
                cluster,
                Rows.ids(all.stream().map(Row::id).toList()));
    }
}
