package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.ScopeReach;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.ScopeMatcher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Asks the engine's own scopes about every workload that may be seen, from the columns that a scope looks at. */
@Service
class StoredScopeReach implements ScopeReach {

    private final NamedParameterJdbcTemplate jdbc;

    StoredScopeReach(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    @Override
    public Reached of(List<Scope> scopes, List<Scope> exclusions, AccessScope reader) {
        Counting counting = new Counting(Place.all(scopes), Place.all(exclusions));
        SqlParameters parameters = new SqlParameters();
        String sql = """
                select w.namespace, w.name, w.labels, c.name as cluster, n.labels as namespace_labels
                from workloads w join clusters c on c.id = w.cluster_id
                left join namespaces n on n.cluster_id = w.cluster_id and n.name = w.namespace
                where %s
                """.formatted(ScopeCondition.of(reader, "w.cluster_id", "w.namespace", parameters));
        jdbc.query(sql, parameters.values(), counting::add);
        return new Reached(counting.in, counting.unsure, counting.all);
    }

    /** Whether something is so. */
    private enum Sure {
        YES,
        NO,
        UNSURE
    }

    /**
     * A place.
     *
     * @param byNames the same without the labels of the namespace
     */
    private record Place(ScopeMatcher whole, ScopeMatcher byNames, boolean asksNamespaceLabels) {

        static List<Place> all(List<Scope> scopes) {
            return scopes.stream()
                    .map(scope -> new Place(
                            ScopeMatcher.of(scope),
                            ScopeMatcher.of(new Scope(
                                    scope.cluster(), scope.namespace(), scope.workload(), scope.labels(), List.of())),
                            !scope.namespaceLabels().isEmpty()))
                    .toList();
        }
    }

    private static final class Counting {

        private final List<Place> scopes;
        private final List<Place> exclusions;
        private int in;
        private int unsure;
        private int all;

        Counting(List<Place> scopes, List<Place> exclusions) {
            this.scopes = scopes;
            this.exclusions = exclusions;
        }

        void add(ResultSet row) throws SQLException {
            all++;
            Sure inside = scopes.isEmpty() ? Sure.YES : any(scopes, row);
            Sure outside = inside == Sure.NO ? Sure.NO : any(exclusions, row);
            if (inside == Sure.YES && outside == Sure.NO) {
                in++;
            } else if (inside != Sure.NO && outside != Sure.YES) {
                unsure++;
            }
        }

        private static Sure any(List<Place> places, ResultSet row) throws SQLException {
            Sure best = Sure.NO;
            for (Place place : places) {
                Sure one = one(place, row);
                if (one == Sure.YES) {
                    return Sure.YES;
                }
                best = one == Sure.UNSURE ? Sure.UNSURE : best;
            }
            return best;
        }

        private static Sure one(Place place, ResultSet row) throws SQLException {
            String namespaceLabels = row.getString("namespace_labels");
            Map<String, String> labels = LabelsJson.read(row.getString("labels"));
            String cluster = row.getString("cluster");
            String namespace = row.getString("namespace");
            String name = row.getString("name");
            if (place.asksNamespaceLabels() && namespaceLabels == null) {
                return place.byNames().holds(cluster, namespace, name, labels, Map.of()) ? Sure.UNSURE : Sure.NO;
            }
            Map<String, String> ofNamespace = namespaceLabels == null ? Map.of() : LabelsJson.read(namespaceLabels);
            return place.whole().holds(cluster, namespace, name, labels, ofNamespace) ? Sure.YES : Sure.NO;
        }
    }
}
