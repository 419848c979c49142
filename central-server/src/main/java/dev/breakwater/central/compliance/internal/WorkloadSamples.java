package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Workloads that fail checks or are unknown, with what was found. */
@Component
class WorkloadSamples {

    private final NamedParameterJdbcTemplate jdbc;
    private final JdbcTemplate plain;
    private final CheckCatalogue catalogue;

    WorkloadSamples(DataSource dataSource, CheckCatalogue catalogue) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.plain = new JdbcTemplate(dataSource);
        this.catalogue = catalogue;
    }

    /** Of one check over what of a cluster lies in a part, the failing ones first. */
    List<Sample> of(String check, UUID cluster, Part part, int most) {
        SqlParameters sql = new SqlParameters();
        String wanted = sql.add(check);
        String where = "c.cluster_id = " + sql.add(cluster) + " and c.catalogue = " + sql.add(catalogue.version())
                + " and " + ScopeCondition.of(part.scope(), "c.cluster_id", "c.namespace", sql) + " and "
                + part.ownerCondition("w", sql);
        return jdbc.query(
                """
                select w.id, w.kind, w.namespace, w.name, c.evidence, c.judged_at, %1$s = any(c.failed) as fails
                from workload_checks c join workloads w on w.id = c.workload_id
                where (%1$s = any(c.failed) or %1$s = any(c.unknown)) and %2$s
                order by fails desc, w.namespace, w.name, w.id limit %3$d
                """.formatted(wanted, where, most),
                sql.values(),
                (row, number) -> sample(
                        check, row.getBoolean("fails"), row, WorkloadAnswers.evidence(row.getBytes("evidence"))));
    }

    private record Picked(String check, UUID workload, boolean fails) {}

    /** Of many checks over a whole cluster, a few of each, the failing ones first; all in one pass. */
    Map<String, List<Sample>> of(Collection<String> checks, UUID cluster, int most) {
        List<Picked> picked = plain.query(
                """
                select p.check_id, p.workload_id, p.fails from (
                    select x.check_id, c.workload_id, x.fails, row_number() over (
                        partition by x.check_id order by x.fails desc, w.namespace, w.name, w.id) as place
                    from workload_checks c join workloads w on w.id = c.workload_id cross join lateral (
                        select unnest(c.failed), true union all select unnest(c.unknown), false) x(check_id, fails)
                    where c.cluster_id = ? and c.catalogue = ? and x.check_id = any(?)) p
                where p.place <= ? order by p.check_id, p.place
                """,
                (row, number) ->
                        new Picked(row.getString("check_id"), Sql.uuid(row, "workload_id"), row.getBoolean("fails")),
                cluster,
                catalogue.version(),
                Rows.array("text", checks),
                most);
        Map<UUID, List<Picked>> byWorkload = new HashMap<>();
        picked.forEach(one -> byWorkload
                .computeIfAbsent(one.workload(), key -> new ArrayList<>())
                .add(one));
        Map<Picked, Sample> found = new HashMap<>();
        plain.query(
                "select w.id, w.kind, w.namespace, w.name, c.evidence, c.judged_at from workload_checks c"
                        + " join workloads w on w.id = c.workload_id where w.id = any(?)",
                row -> {
                    Map<String, List<Evidence>> evidence = WorkloadAnswers.evidence(row.getBytes("evidence"));
                    for (Picked one : byWorkload.getOrDefault(Sql.uuid(row, "id"), List.of())) {
                        found.put(one, sample(one.check(), one.fails(), row, evidence));
                    }
                },
                Rows.ids(byWorkload.keySet()));
        Map<String, List<Sample>> samples = new HashMap<>();
        for (Picked one : picked) {
            Sample sample = found.get(one);
            if (sample != null) {
                samples.computeIfAbsent(one.check(), key -> new ArrayList<>()).add(sample);
            }
        }
        return samples;
    }

    private static Sample sample(String check, boolean fails, ResultSet row, Map<String, List<Evidence>> all)
            throws SQLException {
        List<Evidence> evidence = all.getOrDefault(check, List.of());
        Evidence first = evidence.isEmpty() ? new Evidence("", "", "", "", "") : evidence.getFirst();
        return new Sample(
                check,
                fails ? Outcome.FAIL : Outcome.UNKNOWN,
                Sql.uuid(row, "id"),
                row.getString("kind"),
                row.getString("namespace"),
                row.getString("name"),
                first.field(),
                first.found(),
                first.expected(),
                first.path(),
                evidence.size() > 1 ? first.message() + " (and " + (evidence.size() - 1) + " more)" : first.message(),
                Sql.instant(row, "judged_at"));
    }
}
