package dev.breakwater.central.risk;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SqlParameters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Ranks of risk scores within what a reader may see: 1 + the number of visible workloads with a higher score. Ranks are
 * counted from the index and never stored, since each change of one score would move thousands of them.
 */
@Component
public class RiskRanks {

    private final NamedParameterJdbcTemplate jdbc;

    RiskRanks(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /** The rank of each of the given scores. One pass over the index at most, however many scores are asked for. */
    public Map<Double, Long> ranksOf(Collection<Double> scores, AccessScope scope) {
        if (scores.isEmpty()) {
            return Map.of();
        }
        SqlParameters parameters = new SqlParameters();
        String visible = ScopeCondition.of(scope, "r.cluster_id", "r.namespace", parameters);
        List<Double> descending = new TreeSet<>(scores).descendingSet().stream().toList();
        StringBuilder bands = new StringBuilder();
        String above = null;
        for (Double score : descending) {
            String bound = parameters.add(score);
            bands.append(bands.isEmpty() ? "" : " union all ")
                    .append("select ")
                    .append(bound)
                    .append(" as score, (select count(*) from risk_scores r where r.score > ")
                    .append(bound)
                    .append(above == null ? "" : " and r.score <= " + above)
                    .append(" and ")
                    .append(visible)
                    .append(") as between_them");
            above = bound;
        }
        Map<Double, Long> counts = new HashMap<>();
        jdbc.query(bands.toString(), parameters.values(), row -> {
            counts.put(row.getDouble("score"), row.getLong("between_them"));
        });
        Map<Double, Long> ranks = new HashMap<>();
        long higher = 0;
        for (Double score : descending) {
            higher += counts.getOrDefault(score, 0L);
            ranks.put(score, higher + 1);
        }
        return ranks;
    }

    /** How many workloads with a score the reader may see. */
    public long ranked(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        Long count = jdbc.queryForObject(
                "select count(*) from risk_scores r where "
                        + ScopeCondition.of(scope, "r.cluster_id", "r.namespace", parameters),
                parameters.values(),
                Long.class);
        return count == null ? 0 : count;
    }
}
