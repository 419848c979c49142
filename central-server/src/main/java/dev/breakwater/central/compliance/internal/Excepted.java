package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Which of those that fail are excepted. */
@Component
class Excepted {

    private final ControlExceptionTable table;
    private final NamedParameterJdbcTemplate jdbc;
    private final CheckCatalogue catalogue;
    private final Clock clock;

    Excepted(ControlExceptionTable table, DataSource dataSource, CheckCatalogue catalogue, Clock clock) {
        this.table = table;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Those of a cluster that hold now. */
    List<ControlException> holding(UUID cluster) {
        return table.holding(cluster, clock.instant());
    }

    /** Whether one covers an object. */
    static boolean covers(ControlException one, String check, String kind, String namespace, String name) {
        return one.checks().contains(check)
                && (one.namespace().isEmpty() || one.namespace().equals(namespace))
                && (one.name().isEmpty()
                        || one.kind().equals(kind) && one.name().equals(name));
    }

    /** The one that covers an answer, {@code null} = it counts. */
    static @Nullable UUID of(List<ControlException> holding, Sample sample) {
        if (sample.outcome() != Outcome.FAIL) {
            return null;
        }
        return holding.stream()
                .filter(one -> covers(one, sample.check(), sample.kind(), sample.namespace(), sample.name()))
                .findFirst()
                .map(ControlException::id)
                .orElse(null);
    }

    /** Counts workloads apart that fail and are excepted. */
    void apply(UUID cluster, Part part, Map<String, Tally> tallies, List<ControlException> holding) {
        if (holding.isEmpty()) {
            return;
        }
        SqlParameters sql = new SqlParameters();
        String ids = sql.add(holding.stream().map(ControlException::id).toList());
        Map<String, Long> counts = new HashMap<>();
        jdbc.query(
                """
                select x.check_id, count(distinct c.workload_id) as n
                from compliance_exceptions e cross join unnest(e.checks) x(check_id)
                    join workload_checks c on c.cluster_id = e.cluster_id and c.catalogue = %s
                        and (e.namespace = '' or c.namespace = e.namespace) and x.check_id = any(c.failed)
                    join workloads w on w.id = c.workload_id
                        and (e.object_name = '' or w.kind = e.object_kind and w.name = e.object_name)
                where e.id in (%s) and e.cluster_id = %s and %s and %s
                group by x.check_id
                """.formatted(
                                sql.add(catalogue.version()),
                                ids,
                                sql.add(cluster),
                                ScopeCondition.of(part.scope(), "w.cluster_id", "w.namespace", sql),
                                part.ownerCondition("w", sql)),
                sql.values(),
                row -> {
                    counts.put(Objects.requireNonNull(row.getString("check_id")), row.getLong("n"));
                });
        counts.forEach((check, count) -> tallies.computeIfPresent(check, (id, tally) -> tally.excepting(count)));
    }
}
