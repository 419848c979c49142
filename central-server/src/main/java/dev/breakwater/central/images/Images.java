package dev.breakwater.central.images;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import org.springframework.stereotype.Service;

/** Reads images: those that a workload declares or runs which the reader may see. */
@Service
public class Images {

    private final Lists lists;
    private final ListDefinition<ImageRow> definition;

    Images(Lists lists, ListDefinition<ImageRow> definition) {
        this.lists = lists;
        this.definition = definition;
    }

    public Page<ImageRow> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }
}
