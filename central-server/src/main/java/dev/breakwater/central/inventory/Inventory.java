package dev.breakwater.central.inventory;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SharedAnswers;
import dev.breakwater.central.platform.SqlParameters;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads what clusters hold besides workloads. */
@Service
public class Inventory {

    /** Names to choose a scope from, each sorted and once. */
    public record Places(List<String> clusters, List<String> namespaces) {

        /** The most names that are told of each; there may be more. */
        public static final int MOST = 500;
    }

    private final NamedParameterJdbcTemplate jdbc;
    private final Lists lists;
    private final ListDefinition<NamespaceRow> namespaces;
    private final ListDefinition<SecretRow> secrets;
    private final ListDefinition<ServiceAccountRow> serviceAccounts;
    private final SharedAnswers answers;

    private record WantedPlaces(AccessScope scope) {}

    Inventory(
            DataSource dataSource,
            SharedAnswers answers,
            Lists lists,
            ListDefinition<NamespaceRow> namespaces,
            ListDefinition<SecretRow> secrets,
            ListDefinition<ServiceAccountRow> serviceAccounts) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.answers = answers;
        this.lists = lists;
        this.namespaces = namespaces;
        this.secrets = secrets;
        this.serviceAccounts = serviceAccounts;
    }

    public Page<NamespaceRow> namespaces(ListRequest request, AccessScope scope) {
        return lists.page(namespaces, request, scope);
    }

    public Page<SecretRow> secrets(ListRequest request, AccessScope scope) {
        return lists.page(secrets, request, scope);
    }

    public Page<ServiceAccountRow> serviceAccounts(ListRequest request, AccessScope scope) {
        return lists.page(serviceAccounts, request, scope);
    }

    /**
     * The clusters and namespaces of the scope by name, at most 500 of each. A namespace counts as soon as something is in
     * it: a folder of manifests often has no manifest of its namespaces. Shared for a few seconds, since each page asks.
     */
    public Places places(AccessScope scope) {
        return answers.get(new WantedPlaces(scope), () -> new Places(clusters(scope), namespaceNames(scope)));
    }

    private List<String> clusters(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select c.name from clusters c where " + ScopeCondition.of(scope, "c.id", null, parameters)
                + " or exists (select 1 from namespaces n where n.cluster_id = c.id and "
                + ScopeCondition.of(scope, "n.cluster_id", "n.name", parameters)
                + ") or exists (select 1 from workloads w where w.cluster_id = c.id and "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters) + ") order by 1 limit "
                + Places.MOST;
        return jdbc.queryForList(sql, parameters.values(), String.class);
    }

    private List<String> namespaceNames(AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String sql = "select n.name from namespaces n where "
                + ScopeCondition.of(scope, "n.cluster_id", "n.name", parameters)
                + " union select w.namespace from workloads w where "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters) + " order by 1 limit "
                + Places.MOST;
        return jdbc.queryForList(sql, parameters.values(), String.class);
    }
}
