package dev.breakwater.central.overview;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** What each policy finds and what it cannot tell, within what the reader may see. */
@Service
public class PolicyFigures {

    /**
     * Of one policy.
     *
     * @param violations open ones
     * @param unjudged workloads that it could not be judged for; never counted as passed
     */
    public record Figure(long violations, long unjudged) {

        public static final Figure NONE = new Figure(0, 0);
    }

    private final NamedParameterJdbcTemplate jdbc;
    private final SharedAnswers answers;

    private record Wanted(AccessScope scope) {}

    PolicyFigures(DataSource dataSource, SharedAnswers answers) {
        this.answers = answers;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /** By policy; those without either are left out. Shared by those who have the same scope. */
    public Map<UUID, Figure> of(AccessScope scope) {
        return answers.get(new Wanted(scope), () -> read(scope));
    }

    private Map<UUID, Figure> read(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select id, sum(violations) as violations, sum(unjudged) as unjudged from ("
                + "select v.policy_id as id, count(*) as violations, 0 as unjudged from violations v"
                + " where v.state = 'OPEN' and "
                + ScopeCondition.of(scope, "v.cluster_id", "v.namespace", parameters)
                + " group by v.policy_id union all"
                + " select u.policy_id, 0, count(*) from judgements j join workloads w on w.id = j.workload_id"
                + " cross join unnest(j.unknown_policies) as u(policy_id) where "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters)
                + " group by u.policy_id) f group by id";
        Map<UUID, Figure> figures = new HashMap<>();
        jdbc.query(sql, parameters.values(), row -> {
            figures.put(Sql.uuid(row, "id"), new Figure(row.getLong("violations"), row.getLong("unjudged")));
        });
        return Map.copyOf(figures);
    }
}
