package dev.breakwater.ui.inventory;

import dev.breakwater.central.nodes.ListedNode;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nodes as the present reader may see them. */
@Component
class NodeSource extends CentralSource<ListedNode> {

    NodeSource(Lists lists, ListDefinition<ListedNode> definition, Readers readers) {
        super(lists, definition, readers, new Noun("node", "nodes"));
    }

    @Override
    public UUID idOf(ListedNode row) {
        return row.id();
    }

    @Override
    public String nameOf(ListedNode row) {
        return row.name();
    }

    @Override
    public Instant newSince(ListedNode row) {
        return row.firstSeenAt();
    }
}
