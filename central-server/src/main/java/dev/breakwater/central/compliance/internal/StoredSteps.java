package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Compliance.Moved;
import dev.breakwater.central.compliance.Compliance.Step;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads {@code compliance_history}: of whole clusters, since its numbers and objects are theirs. */
@Component
class StoredSteps {

    private static final int MOST = 100;
    private static final TypeReference<List<Moved>> OBJECTS = new TypeReference<>() {};

    private final NamedParameterJdbcTemplate jdbc;

    StoredSteps(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /** The latest steps of a control, newest first. */
    List<Step> of(String standard, String control, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        return jdbc.query(
                "select h.*, c.name as cluster from compliance_history h join clusters c on c.id = h.cluster_id where"
                        + " h.standard = " + sql.add(standard) + " and h.control = " + sql.add(control) + " and "
                        + ScopeCondition.of(scope, "h.cluster_id", null, sql) + " order by h.id desc limit " + MOST,
                sql.values(),
                (row, number) -> new Step(
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getLong("passed"),
                        row.getLong("failed"),
                        row.getLong("unknown"),
                        row.getLong("excepted"),
                        row.getString("cause"),
                        ResultTable.JSON.readValue(row.getString("objects"), OBJECTS),
                        Sql.instant(row, "at")));
    }
}
