package dev.breakwater.central.reporting.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.PlaceFilter.Columns;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what only the summary needs. */
@Component
class SummaryFacts {

    private static final int MOST_RISKS = 5;
    private static final String EXPOSED = "j.exposure in ('EXTERNAL', 'ROUTE', 'NODE', 'HOST')";

    /**
     * What one policy finds in a place.
     *
     * @param severity 1 low to 4 critical
     * @param exposed of the workloads, reachable from outside
     */
    record PolicyFinding(UUID policyId, String policy, int severity, long workloads, long exposed, Instant oldest) {}

    /**
     * What the grade is made of.
     *
     * @param judged workloads with a judgement
     * @param unknown (workload, policy) pairs without an answer
     * @param oldestExposedCritical since when the oldest critical violation stands that is reachable from outside
     * @param ageless since when the youngest cluster is watched that had such a one from its first day
     */
    record GradeFacts(
            long judged,
            long unknown,
            @Nullable Instant oldestExposedCritical,
            @Nullable Instant ageless) {}

    /**
     * What was accepted and counts again soon.
     *
     * @param first when the first of them ends, {@code null} = there is none
     */
    record Ending(long acceptances, @Nullable Instant first) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final SharedAnswers answers;

    private record Wanted(String what, PlaceFilter place, AccessScope scope) {}

    SummaryFacts(DataSource dataSource, SharedAnswers answers) {
        this.answers = answers;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /** The gravest first, then those that reach most workloads. */
    List<PolicyFinding> findings(PlaceFilter place, AccessScope scope) {
        return answers.get(new Wanted("findings", place, scope), () -> readFindings(place, scope));
    }

    private List<PolicyFinding> readFindings(PlaceFilter place, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select v.policy_id, max(v.policy_name) as policy, max(v.severity) as severity,"
                + " count(*) as workloads, count(*) filter (where " + EXPOSED + ") as exposed,"
                + " min(v.opened_at) as oldest"
                + " from violations v left join judgements j on j.workload_id = v.workload_id"
                + " where v.state = 'OPEN' and " + place.where(Columns.of("v"), scope, parameters)
                + " group by v.policy_id order by severity desc, exposed desc, workloads desc, policy limit "
                + MOST_RISKS;
        return jdbc.query(
                sql,
                parameters.values(),
                (row, number) -> new PolicyFinding(
                        Sql.uuid(row, "policy_id"),
                        row.getString("policy"),
                        row.getInt("severity"),
                        row.getLong("workloads"),
                        row.getLong("exposed"),
                        Sql.instant(row, "oldest")));
    }

    /** Acceptances that end between two instants, of which a violation is in the place. */
    Ending ending(PlaceFilter place, AccessScope scope, Instant now, Instant soon) {
        SqlParameters parameters = new SqlParameters();
        boolean all = place.expression().terms().isEmpty() && scope.everything();
        String sql =
                "select count(*) as acceptances, min(a.ends_at) as first from acceptances a where a.ended_at is null"
                        + " and a.ends_at > cast(" + parameters.add(now.toString())
                        + " as timestamptz) and a.ends_at < cast("
                        + parameters.add(soon.toString()) + " as timestamptz)"
                        + (all
                                ? ""
                                : " and exists (select 1 from violations v where v.acceptance_id = a.id and "
                                        + place.where(Columns.of("v"), scope, parameters) + ")");
        return jdbc.queryForObject(
                sql,
                parameters.values(),
                (row, number) -> new Ending(row.getLong("acceptances"), Sql.instantOrNull(row, "first")));
    }

    GradeFacts grade(PlaceFilter place, AccessScope scope) {
        return answers.get(new Wanted("grade", place, scope), () -> readGrade(place, scope));
    }

    private GradeFacts readGrade(PlaceFilter place, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select count(*) as judged, coalesce(sum(cardinality(j.unknown_policies)), 0) as unknown,"
                + " (select min(v.opened_at) from violations v join judgements j on j.workload_id = v.workload_id"
                + " where v.state = 'OPEN' and v.severity = 4 and " + EXPOSED + " and "
                + place.where(Columns.of("v"), scope, parameters)
                + ") as oldest,"
                + " (select max(coalesce(c.first_synced_at, now())) from violations v"
                + " join judgements j on j.workload_id = v.workload_id join clusters c on c.id = v.cluster_id"
                + " where v.state = 'OPEN' and v.severity = 4 and " + EXPOSED
                + " and v.opened_at <= coalesce(c.first_synced_at, now()) + interval '1 day' and "
                + place.where(Columns.of("v"), scope, parameters)
                + ") as ageless from judgements j join workloads w on w.id = j.workload_id where "
                + place.where(Columns.of("w"), scope, parameters);
        return jdbc.queryForObject(
                sql,
                parameters.values(),
                (row, number) -> new GradeFacts(
                        row.getLong("judged"),
                        row.getLong("unknown"),
                        Sql.instantOrNull(row, "oldest"),
                        Sql.instantOrNull(row, "ageless")));
    }
}
