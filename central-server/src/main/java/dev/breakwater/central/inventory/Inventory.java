package dev.breakwater.central.inventory;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SqlParameters;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads what clusters hold besides workloads. */
@Service
public class Inventory {

    /** The most names that {@link #places} tells of each. */
    private static final int MOST_NAMES = 500;

    /** Names to choose a scope from, each sorted and once. */
    public record Places(List<String> clusters, List<String> namespaces) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final Lists lists;
    private final ListDefinition<NamespaceRow> namespaces;
    private final ListDefinition<NodeRow> nodes;
    private final ListDefinition<SecretRow> secrets;
    private final ListDefinition<ServiceAccountRow> serviceAccounts;

    Inventory(
            DataSource dataSource,
            Lists lists,
            ListDefinition<NamespaceRow> namespaces,
            ListDefinition<NodeRow> nodes,
            ListDefinition<SecretRow> secrets,
            ListDefinition<ServiceAccountRow> serviceAccounts) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.lists = lists;
        this.namespaces = namespaces;
        this.nodes = nodes;
        this.secrets = secrets;
        this.serviceAccounts = serviceAccounts;
    }

    public Page<NamespaceRow> namespaces(ListRequest request, AccessScope scope) {
        return lists.page(namespaces, request, scope);
    }

    public Page<NodeRow> nodes(ListRequest request, AccessScope scope) {
        return lists.page(nodes, request, scope);
    }

    public Page<SecretRow> secrets(ListRequest request, AccessScope scope) {
        return lists.page(secrets, request, scope);
    }

    public Page<ServiceAccountRow> serviceAccounts(ListRequest request, AccessScope scope) {
        return lists.page(serviceAccounts, request, scope);
    }

    /** The clusters and namespaces of the scope by name, at most 500 of each. */
    public Places places(AccessScope scope) {
        return new Places(names("c.name", scope), names("n.name", scope));
    }

    private List<String> names(String column, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String condition = ScopeCondition.of(scope, "n.cluster_id", "n.name", parameters);
        return jdbc.queryForList(
                "select distinct " + column + " from namespaces n join clusters c on c.id = n.cluster_id where "
                        + condition + " order by 1 limit " + MOST_NAMES,
                parameters.values(),
                String.class);
    }
}
