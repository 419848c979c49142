package dev.breakwater.ui.inventory;

import dev.breakwater.central.inventory.NodeRow;
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
class NodeSource extends CentralSource<NodeRow> {

    NodeSource(Lists lists, ListDefinition<NodeRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("node", "nodes"));
    }

    @Override
    public UUID idOf(NodeRow row) {
        return row.id();
    }

    @Override
    public String nameOf(NodeRow row) {
        return row.name();
    }

    @Override
    public Instant newSince(NodeRow row) {
        return row.firstSeenAt();
    }
}
