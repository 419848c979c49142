package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.DecisionOutcome.Touched;
import dev.breakwater.central.detection.ExclusionPreview;
import dev.breakwater.central.detection.ExclusionPreviews;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.policy.Exclusions;
import dev.breakwater.central.policy.NewExclusion;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.ScopeMatcher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Asks the engine's own scope about every workload that may be seen, from the columns that a scope looks at. */
@Service
class StoredExclusionPreviews implements ExclusionPreviews {

    private static final int SAMPLE = 50;

    private final NamedParameterJdbcTemplate jdbc;
    private final Exclusions exclusions;

    StoredExclusionPreviews(JdbcTemplate jdbc, Exclusions exclusions) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.exclusions = exclusions;
    }

    @Override
    public ExclusionPreview of(NewExclusion wanted, AccessScope scope) {
        exclusions.check(wanted, scope);
        Reached reached = new Reached(
                ScopeMatcher.of(wanted.scope()),
                !wanted.scope().namespaceLabels().isEmpty());
        SqlParameters parameters = new SqlParameters();
        String sql = """
                select w.namespace, w.name, w.labels, c.name as cluster, n.labels as namespace_labels,
                    v.id as violation_id, v.policy_name, v.severity
                from workloads w join clusters c on c.id = w.cluster_id
                left join namespaces n on n.cluster_id = w.cluster_id and n.name = w.namespace
                left join violations v on v.workload_id = w.id and v.policy_id = %s and v.state in ('OPEN', 'ACCEPTED')
                where %s order by v.severity desc nulls last, c.name, w.namespace, w.name
                """.formatted(
                parameters.add(wanted.policyId()), ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters));
        jdbc.query(sql, parameters.values(), reached::add);
        return reached.preview();
    }

    /** Adds up. */
    private static final class Reached {

        private final ScopeMatcher matcher;
        private final boolean byNamespaceLabels;
        private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        private final List<Touched> sample = new ArrayList<>();
        private int violations;
        private int workloads;
        private int unsure;

        Reached(ScopeMatcher matcher, boolean byNamespaceLabels) {
            this.matcher = matcher;
            this.byNamespaceLabels = byNamespaceLabels;
        }

        void add(ResultSet row) throws SQLException {
            String namespaceLabels = row.getString("namespace_labels");
            if (byNamespaceLabels && namespaceLabels == null) {
                unsure++;
                return;
            }
            if (!matcher.holds(
                    row.getString("cluster"),
                    row.getString("namespace"),
                    row.getString("name"),
                    LabelsJson.read(row.getString("labels")),
                    LabelsJson.read(namespaceLabels == null ? "{}" : namespaceLabels))) {
                return;
            }
            workloads++;
            UUID violation = row.getObject("violation_id", UUID.class);
            if (violation != null) {
                violation(violation, row);
            }
        }

        private void violation(UUID id, ResultSet row) throws SQLException {
            violations++;
            Severity severity = Severities.of(row.getInt("severity"));
            bySeverity.merge(severity, 1, Integer::sum);
            if (sample.size() < SAMPLE) {
                sample.add(new Touched(
                        id,
                        row.getString("policy_name"),
                        severity,
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("name")));
            }
        }

        ExclusionPreview preview() {
            return new ExclusionPreview(violations, workloads, unsure, bySeverity, sample);
        }
    }

    @Override
    public Map<UUID, Integer> silenced(Collection<UUID> exclusionIds, AccessScope scope) {
        Map<UUID, Integer> silenced = new HashMap<>();
        if (exclusionIds.isEmpty()) {
            return silenced;
        }
        SqlParameters parameters = new SqlParameters();
        String sql = "select exclusion_id, count(*) from violations where state = 'EXCLUDED' and exclusion_id in ("
                + parameters.add(List.copyOf(exclusionIds)) + ") and "
                + ScopeCondition.of(scope, "cluster_id", "namespace", parameters) + " group by exclusion_id";
        jdbc.query(sql, parameters.values(), row -> {
            silenced.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return silenced;
    }
}
