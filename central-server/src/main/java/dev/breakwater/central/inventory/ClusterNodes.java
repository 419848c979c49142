package dev.breakwater.central.inventory;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.model.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of a cluster as facts, for those who judge them. */
public interface ClusterNodes {

    /** The most nodes of a cluster that are read. */
    int MOST = 10_000;

    /**
     * A node.
     *
     * @param id of its row in the list of nodes
     */
    record SeenNode(UUID id, Node node) {}

    /**
     * The nodes of a cluster.
     *
     * @param unseen why the sensor does not see nodes, empty = it does. No nodes and unseen nodes are two things
     */
    record Answer(List<SeenNode> nodes, String unseen) {

        public Answer {
            nodes = List.copyOf(nodes);
        }
    }

    Answer of(UUID clusterId);

    /** A node with the cluster that it belongs to. */
    record Located(UUID id, UUID clusterId, Node node) {}

    /** A node by its id, empty if there is none that may be seen. */
    Optional<Located> find(UUID id, AccessScope scope);

    /**
     * A node that is there or was, or a machine that belongs to no cluster.
     *
     * @param machineId as its kubelet says, or as the machine itself does; empty = unknown
     * @param vanishedAt since when its cluster has it no more, {@code null} = it is there
     * @param node as its cluster says, {@code null} = no cluster has it
     */
    record Known(
            NodeRow row,
            String machineId,
            @Nullable Instant vanishedAt,
            @Nullable Node node) {}

    /**
     * The node of a cluster that has a machine id.
     *
     * @param machineId lower case without dashes
     */
    Optional<Located> byMachine(String machineId);

    /** Forgets a node that vanished; {@code false} = none did by that id. */
    boolean forgetVanished(UUID id);

    /** A node by its id, also one that vanished, and a machine without a cluster; empty if there is none that may be seen. */
    Optional<Known> known(UUID id, AccessScope scope);

    /**
     * The id of a node by its name.
     *
     * @param cluster name or id
     */
    Optional<UUID> find(String cluster, String node);
}
