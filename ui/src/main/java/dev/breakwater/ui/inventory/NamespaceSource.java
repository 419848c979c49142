package dev.breakwater.ui.inventory;

import dev.breakwater.central.inventory.NamespaceRow;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Namespaces as the present reader may see them. */
@Component
class NamespaceSource extends CentralSource<NamespaceRow> {

    NamespaceSource(Lists lists, ListDefinition<NamespaceRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("namespace", "namespaces"));
    }

    @Override
    public UUID idOf(NamespaceRow row) {
        return row.id();
    }

    @Override
    public String nameOf(NamespaceRow row) {
        return row.name() + " in " + row.cluster();
    }

    @Override
    public Instant newSince(NamespaceRow row) {
        return row.firstSeenAt();
    }
}
