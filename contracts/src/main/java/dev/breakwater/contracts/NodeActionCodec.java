package dev.breakwater.contracts;

import dev.breakwater.engine.model.NodeAction;
import java.util.Optional;

/** What can be done to a node, on the wire and in the model. */
public final class NodeActionCodec {

    private NodeActionCodec() {}

    /**
     * On the wire.
     *
     * @throws IllegalArgumentException for what no sensor does
     */
    public static dev.breakwater.contracts.v1.NodeAction toWire(NodeAction action) {
        return switch (action) {
            case CORDON -> dev.breakwater.contracts.v1.NodeAction.NODE_ACTION_CORDON;
            case UNCORDON -> dev.breakwater.contracts.v1.NodeAction.NODE_ACTION_UNCORDON;
            case DRAIN -> dev.breakwater.contracts.v1.NodeAction.NODE_ACTION_DRAIN;
            case LOOK -> throw new IllegalArgumentException("a look is not for sensors of clusters");
        };
    }

    /** In the model; empty for one of a later version. */
    public static Optional<NodeAction> fromWire(dev.breakwater.contracts.v1.NodeAction action) {
        return switch (action) {
            case NODE_ACTION_CORDON -> Optional.of(NodeAction.CORDON);
            case NODE_ACTION_UNCORDON -> Optional.of(NodeAction.UNCORDON);
            case NODE_ACTION_DRAIN -> Optional.of(NodeAction.DRAIN);
            case NODE_ACTION_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
