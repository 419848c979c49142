package dev.breakwater.central.inventory;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import org.springframework.stereotype.Service;

/** Reads what clusters hold besides workloads. */
@Service
public class Inventory {

    private final Lists lists;
    private final ListDefinition<NamespaceRow> namespaces;
    private final ListDefinition<NodeRow> nodes;
    private final ListDefinition<SecretRow> secrets;
    private final ListDefinition<ServiceAccountRow> serviceAccounts;

    Inventory(
            Lists lists,
            ListDefinition<NamespaceRow> namespaces,
            ListDefinition<NodeRow> nodes,
            ListDefinition<SecretRow> secrets,
            ListDefinition<ServiceAccountRow> serviceAccounts) {
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
}
