package dev.breakwater.central.risk.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.risk.RiskMove;
import dev.breakwater.central.risk.RiskScores;
import dev.breakwater.engine.risk.RiskAssessment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads scores and their history, within a scope. */
@Service
class StoredRiskScores implements RiskScores {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Map<String, String>>> REASONS = new TypeReference<>() {};
    private static final int MOST_MOVES = 200;

    private final NamedParameterJdbcTemplate jdbc;
    private final RiskTable scores;

    StoredRiskScores(DataSource dataSource, RiskTable scores) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.scores = scores;
    }

    @Override
    public Optional<RiskAssessment> assessment(UUID workloadId, AccessScope scope) {
        if (!isVisible(workloadId, scope)) {
            return Optional.empty();
        }
        return scores.last(workloadId);
    }

    @Override
    public List<RiskMove> history(UUID workloadId, AccessScope scope) {
        if (!isVisible(workloadId, scope)) {
            throw new NotFound("workload", workloadId.toString());
        }
        return jdbc.query(
                "select * from risk_history where workload_id = :id order by id desc limit " + MOST_MOVES,
                Map.of("id", workloadId),
                (row, number) -> new RiskMove(
                        Sql.instant(row, "at"),
                        row.getDouble("score"),
                        row.getInt("unknown_factors"),
                        row.getString("cause"),
                        texts(row.getString("added")),
                        texts(row.getString("removed"))));
    }

    private boolean isVisible(UUID workloadId, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select exists (select 1 from workloads w where w.id = " + parameters.add(workloadId) + " and "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters) + ")";
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, parameters.values(), Boolean.class));
    }

    private static List<String> texts(String reasons) {
        return JSON.readValue(reasons, REASONS).stream()
                .map(reason -> reason.getOrDefault("text", reason.getOrDefault("id", "")))
                .toList();
    }
}
