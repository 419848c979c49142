package dev.breakwater.sensor.action;

import dev.breakwater.engine.model.NodeAction;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** What can be done where the nodes are. Each call looks at the cluster itself, not at what was read of it before. */
public interface NodeHands extends AutoCloseable {

    /** What can be done here at all, whatever is allowed. */
    Set<NodeAction> abilities();

    /**
     * A node as it is now.
     *
     * @throws IOException if it could not be looked at; the message is for people
     */
    Optional<SeenNode> find(String name) throws IOException;

    /**
     * Has a node take no new pods, or take them again.
     *
     * @param node as it was found; one that was replaced since is not touched
     * @param order its id, left on the node for whoever looks there
     * @throws IOException if it could not be done; the message is for people
     */
    void unschedulable(SeenNode node, boolean unschedulable, String order) throws IOException;

    /** The pods there; empty where nothing runs. */
    default Optional<PodHands> pods() {
        return Optional.empty();
    }

    @Override
    default void close() {
        // Most hold nothing.
    }
}
