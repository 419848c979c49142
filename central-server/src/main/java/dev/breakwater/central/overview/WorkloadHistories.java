package dev.breakwater.central.overview;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads what happened to workloads, also to those that are gone. */
@Service
public class WorkloadHistories {

    private static final int MOST = 500;

    private final NamedParameterJdbcTemplate jdbc;

    WorkloadHistories(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /**
     * The newest 500 of each sort.
     *
     * @throws NotFound if nothing is known of such a workload within the scope
     */
    public WorkloadHistory of(UUID workloadId, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String id = parameters.add(workloadId);
        List<WorkloadHistory.Change> changes = jdbc.query(
                "select h.* from workload_history h where h.workload_id = " + id + " and "
                        + ScopeCondition.of(scope, "h.cluster_id", "h.namespace", parameters)
                        + " order by h.id desc limit " + MOST,
                parameters.values(),
                (row, number) -> new WorkloadHistory.Change(
                        Sql.instant(row, "at"),
                        row.getString("change"),
                        row.getString("detail"),
                        row.getString("correlation_id")));
        if (changes.isEmpty()) {
            throw new NotFound("workload", workloadId.toString());
        }
        return new WorkloadHistory(changes, risk(workloadId));
    }

    /** Of a workload that the reader was found to see. */
    private List<WorkloadHistory.RiskChange> risk(UUID workloadId) {
        SqlParameters parameters = new SqlParameters();
        return jdbc.query(
                "select r.* from risk_history r where r.workload_id = " + parameters.add(workloadId)
                        + " order by r.id desc limit " + MOST,
                parameters.values(),
                (row, number) -> new WorkloadHistory.RiskChange(
                        Sql.instant(row, "at"),
                        row.getDouble("score"),
                        row.getInt("unknown_factors"),
                        row.getString("cause"),
                        row.getString("added"),
                        row.getString("removed")));
    }
}
