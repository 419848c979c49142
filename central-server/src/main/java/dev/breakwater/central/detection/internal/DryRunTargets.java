package dev.breakwater.central.detection.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The workloads that a dry run judges, neighbours together. */
@Component
class DryRunTargets {

    /**
     * A workload that is to be judged.
     *
     * @param due it is about to be judged anyway
     */
    record Target(
            UUID id,
            UUID clusterId,
            String cluster,
            String namespace,
            String kind,
            String name,
            @Nullable Double risk,
            boolean provisional,
            boolean due) {}

    private final NamedParameterJdbcTemplate jdbc;

    DryRunTargets(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    int count(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        Integer count = jdbc.queryForObject(
                "select count(*) from workloads w where "
                        + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters),
                parameters.values(),
                Integer.class);
        return count == null ? 0 : count;
    }

    /**
     * The next workloads.
     *
     * @param after the last of those before, {@code null} = from the beginning
     * @param now by which marks are due
     */
    List<Target> next(@Nullable Target after, int most, AccessScope scope, java.time.Instant now) {
        SqlParameters parameters = new SqlParameters();
        String from = after == null
                ? "true"
                : "(w.cluster_id, w.namespace, w.id) > (" + parameters.add(after.clusterId()) + ", "
                        + parameters.add(after.namespace()) + ", " + parameters.add(after.id()) + ")";
        String sql = """
                select w.id, w.cluster_id, c.name as cluster, w.namespace, w.kind, w.name, r.score,
                    c.first_synced_at is null as provisional,
                    exists (select 1 from judgement_due d where d.workload_id = w.id and d.due_at <= %s::timestamptz) as due
                from workloads w join clusters c on c.id = w.cluster_id left join risk_scores r on r.workload_id = w.id
                where %s and %s order by w.cluster_id, w.namespace, w.id limit %d
                """.formatted(
                        parameters.add(now.toString()),
                        from,
                        ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters),
                        most);
        return jdbc.query(sql, parameters.values(), (row, number) -> target(row));
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "cluster_id"),
                row.getString("cluster"),
                row.getString("namespace"),
                row.getString("kind"),
                row.getString("name"),
                (Double) row.getObject("score"),
                row.getBoolean("provisional"),
                row.getBoolean("due"));
    }
}
