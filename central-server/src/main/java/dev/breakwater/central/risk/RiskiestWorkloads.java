package dev.breakwater.central.risk;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.risk.FactorScore;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The head of the order of risk, read from its index by one statement. */
@Service
public class RiskiestWorkloads {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<FactorScore>> FACTORS = new TypeReference<>() {};
    private static final Duration WEEK = Duration.ofDays(7);

    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    RiskiestWorkloads(DataSource dataSource, Clock clock) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.clock = clock;
    }

    /** The riskiest of a place that the reader may see, the highest score first. */
    public List<RiskyWorkload> top(PlaceFilter place, int most, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select r.workload_id, r.score, r.unknown_factors, r.factors, w.namespace, w.kind, w.name,"
                + " c.name as cluster,"
                + " (select h.score from risk_history h where h.workload_id = r.workload_id and h.at <= "
                + parameters.add(Timestamp.from(clock.instant().minus(WEEK)))
                + " order by h.id desc limit 1) as week_ago from (select * from risk_scores r where "
                + place.where(PlaceFilter.Columns.ofWorkloads("r"), scope, parameters)
                + " order by r.score desc, r.workload_id limit " + parameters.add(most)
                + ") r join workloads w on w.id = r.workload_id join clusters c on c.id = r.cluster_id"
                + " order by r.score desc, r.workload_id";
        return jdbc.query(
                sql,
                parameters.values(),
                (row, number) -> new RiskyWorkload(
                        Sql.uuid(row, "workload_id"),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getDouble("score"),
                        row.getInt("unknown_factors"),
                        row.getObject("week_ago", Double.class),
                        JSON.readValue(row.getString("factors"), FACTORS)));
    }
}
