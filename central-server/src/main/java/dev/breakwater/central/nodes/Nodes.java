package dev.breakwater.central.nodes;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.UUID;

/** Reads nodes. */
public interface Nodes {

    /** The most events that are told of a node. */
    int MOST_EVENTS = 100;

    /** The nodes that clusters have, and the machines without a cluster. */
    Page<ListedNode> page(ListRequest request, AccessScope scope);

    /**
     * A node, also one that vanished for as long as it is kept, or a machine without a cluster.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none, or the reader may not see it
     */
    NodeDetail get(UUID id, AccessScope scope);
}
