package dev.breakwater.ui.part;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import java.util.List;
import java.util.UUID;

/** A list of central within the rights of the present reader; what its service adds to the rows is overridden. */
public abstract class CentralSource<T> implements ListSource<T> {

    private final Lists lists;
    private final ListDefinition<T> definition;
    private final Readers readers;
    private final Noun noun;

    protected CentralSource(Lists lists, ListDefinition<T> definition, Readers readers, Noun noun) {
        this.lists = lists;
        this.definition = definition;
        this.readers = readers;
        this.noun = noun;
    }

    protected final Readers readers() {
        return readers;
    }

    @Override
    public final AccessScope reader() {
        return readers.scope();
    }

    @Override
    public Page<T> page(ListRequest request) {
        return lists.page(definition, request, readers.scope());
    }

    @Override
    public int count(String q) {
        return lists.count(definition, q, readers.scope());
    }

    @Override
    public List<UUID> ids(String q, int limit) {
        return lists.ids(definition, q, readers.scope(), limit);
    }

    @Override
    public List<String> suggest(String field, String begun) {
        return lists.suggest(definition, field, begun, readers.scope());
    }

    @Override
    public List<FilterTerm> terms() {
        return definition.terms();
    }

    @Override
    public T get(UUID id) {
        return lists.byId(definition, id, readers.scope()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(noun.one(), id.toString()));
    }

    @Override
    public Noun noun() {
        return noun;
    }

    /** The name of the list, which is that of its REST collection. */
    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public String newestFirst() {
        return "-firstSeenAt";
    }
}
