package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Adds up in SQL what the checks say of workloads. */
@Component
class WorkloadTallies {

    private static final int FAILED = 0;
    private static final int UNKNOWN = 1;
    private static final int NOT_APPLICABLE = 2;
    private static final int ALL = 3;
    private static final int ASKED = 4;
    private static final int KINDS = 5;

    private final NamedParameterJdbcTemplate jdbc;
    private final CheckCatalogue catalogue;

    WorkloadTallies(DataSource dataSource, CheckCatalogue catalogue) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.catalogue = catalogue;
    }

    /** The answers to each check over what of a cluster lies in a part. A workload that nobody has asked yet is unknown. */
    Map<String, Tally> of(UUID cluster, Part part) {
        SqlParameters sql = new SqlParameters();
        String id = sql.add(cluster);
        String asked = "workload_checks c where c.cluster_id = " + id + " and c.catalogue = "
                + sql.add(catalogue.version()) + " and "
                + ScopeCondition.of(part.scope(), "c.cluster_id", "c.namespace", sql)
                + (part.owner().isEmpty()
                        ? ""
                        : " and exists (select 1 from workloads w where w.id = c.workload_id and "
                                + part.ownerCondition("w", sql) + ")");
        String all = "workloads w where w.cluster_id = " + id + " and "
                + ScopeCondition.of(part.scope(), "w.cluster_id", "w.namespace", sql) + " and "
                + part.ownerCondition("w", sql);
        Map<String, long[]> counts = new HashMap<>();
        jdbc.query("""
                with asked as materialized (select c.failed, c.unknown, c.not_applicable from %1$s)
                select 0 as kind, x.check_id, count(*) as n from asked, unnest(failed) x(check_id) group by x.check_id
                union all
                select 1, x.check_id, count(*) from asked, unnest(unknown) x(check_id) group by x.check_id
                union all
                select 2, x.check_id, count(*) from asked, unnest(not_applicable) x(check_id) group by x.check_id
                union all
                select 3, '', count(*) from %2$s
                union all
                select 4, '', count(*) from asked
                """.formatted(asked, all), sql.values(), row -> {
            counts.computeIfAbsent(row.getString("check_id"), key -> new long[KINDS])[row.getInt("kind")] =
                    row.getLong("n");
        });
        long[] totals = counts.getOrDefault("", new long[KINDS]);
        long workloads = totals[ALL];
        long answered = Math.min(totals[ASKED], workloads);
        Map<String, Tally> tallies = new HashMap<>();
        for (Check check : catalogue.ofWorkloads()) {
            long[] of = counts.getOrDefault(check.id(), new long[KINDS]);
            long passed = Math.max(0, answered - of[FAILED] - of[UNKNOWN] - of[NOT_APPLICABLE]);
            tallies.put(
                    check.id(),
                    new Tally(passed, of[FAILED], of[UNKNOWN] + workloads - answered, 0, of[NOT_APPLICABLE]));
        }
        return tallies;
    }
}
