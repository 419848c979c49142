package dev.breakwater.central.checks.internal;

import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.checks.GateRuns.CheckedObject;
import dev.breakwater.central.checks.GateRuns.Gated;
import dev.breakwater.central.checks.GateRuns.KeptFinding;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code gate_runs} and their workloads. */
@Component
class GateTable {

    private static final TypeReference<List<KeptFinding>> FINDINGS = new TypeReference<>() {};
    private static final int MOST_OBJECTS_SHOWN = 500;
    private static final int MOST_RUNS_OF_ONE = 10;

    /** A workload of a run, with the fingerprint of what was checked. */
    record Fingerprinted(CheckedObject object, byte[] fingerprint) {}

    /** Where a workload is. */
    record At(UUID clusterId, String namespace, String kind, String name) {}

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JsonMapper json;

    GateTable(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, JsonMapper json) {
        this.jdbc = jdbc;
        this.named = named;
        this.json = json;
    }

    void insert(GateRun run, long policyRevision, List<KeptFinding> findings, List<Fingerprinted> objects) {
        Rows rows = Rows.of(
                "uuid",
                "timestamptz",
                "text",
                "uuid",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "int4",
                "int4",
                "int4",
                "int4",
                "int4",
                "int4",
                "int4",
                "int8",
                "json");
        rows.add(
                run.id(),
                run.at(),
                run.actor(),
                run.clusterId(),
                run.cluster(),
                run.source(),
                run.pipeline(),
                run.commit(),
                run.branch(),
                run.failOn(),
                run.result(),
                run.objects(),
                run.critical(),
                run.high(),
                run.medium(),
                run.low(),
                run.unknown(),
                run.unreadable(),
                policyRevision,
                json.writeValueAsString(findings));
        rows.update(
                jdbc,
                "insert into gate_runs (id, at, actor, cluster_id, cluster, source, pipeline, commit_id, branch, fail_on,"
                        + " result, objects, critical, high, medium, low, unknown, unreadable, policy_revision, findings)"
                        + " select * from " + rows.unnest());
        Rows workloads = Rows.of("int4", "text", "text", "text", "bytea", "int4", "bool");
        int ordinal = 0;
        for (Fingerprinted each : objects) {
            CheckedObject object = each.object();
            workloads.add(
                    ordinal++,
                    object.namespace(),
                    object.kind(),
                    object.name(),
                    each.fingerprint(),
                    object.findings(),
                    object.refused());
        }
        workloads.update(
                jdbc,
                "insert into gate_run_objects (ordinal, namespace, kind, name, fingerprint, findings, refused, run_id, at,"
                        + " cluster_id) select u.*, b.* from " + workloads.unnest()
                        + " u, (select ?::uuid, ?::timestamptz, ?::uuid) b",
                run.id().toString(),
                run.at().toString(),
                run.clusterId() == null ? null : run.clusterId().toString());
    }

    List<KeptFinding> findings(UUID run) {
        return jdbc.queryForList("select findings::text from gate_runs where id = ?", String.class, run).stream()
                .flatMap(text -> json.readValue(text, FINDINGS).stream())
                .toList();
    }

    List<CheckedObject> objects(UUID run) {
        return jdbc.query(
                "select * from gate_run_objects where run_id = ? order by refused desc, findings desc, ordinal limit "
                        + MOST_OBJECTS_SHOWN,
                (row, number) -> new CheckedObject(
                        row.getString("namespace"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getInt("findings"),
                        row.getBoolean("refused")),
                run);
    }

    Optional<At> workload(UUID id, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select w.cluster_id, w.namespace, w.kind, w.name from workloads w where w.id = "
                + parameters.add(id) + " and "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters);
        return named
                .query(
                        sql,
                        parameters.values(),
                        (row, number) -> new At(
                                Sql.uuid(row, "cluster_id"),
                                row.getString("namespace"),
                                row.getString("kind"),
                                row.getString("name")))
                .stream()
                .findFirst();
    }

    /** Those for its cluster, and those for no cluster in particular. */
    List<Gated> of(At at, byte[] fingerprint) {
        return jdbc.query(
                """
                select g.*, o.fingerprint, o.refused, o.findings as own_findings
                from gate_run_objects o join gate_runs g on g.id = o.run_id
                where o.namespace = ? and o.kind = ? and o.name = ? and (o.cluster_id = ? or o.cluster_id is null)
                order by o.at desc, o.run_id limit ?
                """,
                (row, number) -> new Gated(
                        GateRunLists.read(row),
                        Arrays.equals(row.getBytes("fingerprint"), fingerprint),
                        row.getBoolean("refused"),
                        row.getInt("own_findings")),
                at.namespace(),
                at.kind(),
                at.name(),
                at.clusterId(),
                MOST_RUNS_OF_ONE);
    }
}
