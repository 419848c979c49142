package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.inventory.ClusterNodes.Known;
import dev.breakwater.central.inventory.ClusterNodes.Located;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.NotFound;
import java.util.UUID;

/** A node to which the sensor of a cluster can do something. */
final class NodeOfCluster {

    private NodeOfCluster() {}

    /**
     * The node that is there.
     *
     * @throws Conflict if there is a page of it and no cluster has it
     * @throws NotFound if there is none, or the reader may not see it
     */
    static Located find(ClusterNodes nodes, UUID id, AccessScope scope) {
        return nodes.find(id, scope)
                .orElseThrow(() -> nodes.known(id, scope)
                        .<RuntimeException>map(NodeOfCluster::noCluster)
                        .orElseGet(() -> new NotFound("node", id.toString())));
    }

    private static Conflict noCluster(Known known) {
        return new Conflict(
                known.vanishedAt() == null
                        ? "'" + known.row().name() + "' belongs to no cluster, so that no sensor does anything to it"
                        : "'" + known.row().name() + "' is gone from its cluster since " + known.vanishedAt());
    }
}
