package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.model.NameBasedId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Differs as soon as something changed that results are made of. */
    String mark() {
        return Objects.requireNonNull(jdbc.queryForObject("""
                select (select last_value from workload_checks_revision) || '/' || (select last_value from fact_revision)
                    || '/' || (select count(*) from compliance_attestations
                               where withdrawn_at is null and valid_until > now())
                    || '/' || (select count(*) from clusters)
                """, String.class));
    }

    void writeChecks(UUID cluster, Map<String, Tally> tallies, Instant at) {
        Rows rows = Rows.of("text", "int8", "int8", "int8", "int8");
        tallies.forEach((check, tally) ->
                rows.add(check, tally.passed(), tally.failed(), tally.unknown(), tally.notApplicable()));
        rows.update(jdbc, """
                insert into compliance_checks (check_id, passed, failed, unknown, not_applicable, cluster_id, evaluated_at)
                select u.*, b.* from %s u, (select ?::uuid, ?::timestamptz) b
                on conflict (cluster_id, check_id) do update set
                    passed = excluded.passed, failed = excluded.failed, unknown = excluded.unknown,
                    not_applicable = excluded.not_applicable, evaluated_at = excluded.evaluated_at
                """.formatted(rows.unnest()), cluster.toString(), at.toString());
    }

    void writeResults(List<Row> all, String cause, Instant at) {
        Rows rows = Rows.of("uuid", "uuid", "text", "text", "int4", "text", "int8", "int8", "int8", "int8", "jsonb");
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
                    JSON.writeValueAsString(row.evidence()));
        }
        String given = "(select * from " + rows.unnest()
                + " u(id, cluster_id, standard, control, ordinal, outcome, passed, failed, unknown, not_applicable, evidence))";
        rows.update(
                jdbc,
                """
                with b as (select ?::timestamptz as at, ?::text as cause),
                noted as (
                    insert into compliance_history (cluster_id, standard, control, before, after, passed, failed, unknown,
                        cause, at)
                    select u.cluster_id, u.standard, u.control, r.outcome, u.outcome, u.passed, u.failed, u.unknown, b.cause, b.at
                    from g u cross join b left join compliance_results r on r.id = u.id
                    where r.id is null or r.outcome <> u.outcome
                        or (r.passed, r.failed, r.unknown) is distinct from (u.passed, u.failed, u.unknown)
                )
                insert into compliance_results (id, cluster_id, standard, control, ordinal, outcome, passed, failed, unknown,
                    not_applicable, evidence, since, evaluated_at)
                select u.*, b.at, b.at from g u cross join b
                on conflict (id) do update set
                    ordinal = excluded.ordinal, outcome = excluded.outcome, passed = excluded.passed,
                    failed = excluded.failed, unknown = excluded.unknown, not_applicable = excluded.not_applicable,
                    evidence = excluded.evidence, evaluated_at = excluded.evaluated_at,
                    since = case when compliance_results.outcome = excluded.outcome then compliance_results.since
                                 else excluded.since end
                """.replaceFirst("with b as", "with g as materialized " + given.replace("$", "\\$") + ", b as"),
                at.toString(),
                cause);
    }
}
