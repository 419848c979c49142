package dev.breakwater.central.policy;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Finds policies by filter. Every reader sees all of them. */
@Service
public class PolicySearch {

    private final Lists lists;
    private final ListDefinition<StoredPolicy> definition;

    PolicySearch(Lists lists, ListDefinition<StoredPolicy> definition) {
        this.lists = lists;
        this.definition = definition;
    }

    public Page<StoredPolicy> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    /** Everything that matches, one after the other, in one snapshot. */
    public void stream(String q, String sort, AccessScope scope, Consumer<StoredPolicy> sink) {
        lists.stream(definition, q, sort, scope, sink);
    }

    /** How many match, at most {@link Lists#COUNT_CAP} + 1. */
    public int count(String q, AccessScope scope) {
        return lists.count(definition, q, scope);
    }
}
