package dev.breakwater.central.nodes;

import dev.breakwater.central.platform.AccessScope;
import java.util.UUID;

/** Reads nodes one by one. */
public interface Nodes {

    /** The most events that are told of a node. */
    int MOST_EVENTS = 100;

    /**
     * A node, also one that vanished for as long as it is kept, or a machine without a cluster.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none, or the reader may not see it
     */
    NodeDetail get(UUID id, AccessScope scope);
}
