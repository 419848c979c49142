package dev.breakwater.sensor.action;

import dev.breakwater.engine.model.NodeAction;
import java.util.Optional;
import java.util.Set;

/**
 * What whoever runs the sensor allows, whatever central says.
 *
 * @param allowed what may be done at all
 * @param controlPlane whether it may be done to nodes of the control plane, too
 */
public record NodeRules(Set<NodeAction> allowed, boolean controlPlane) {

    /** Nothing. */
    public static final NodeRules NOTHING = new NodeRules(Set.of(), false);

    public NodeRules {
        allowed = Set.copyOf(allowed);
    }

    /** Why it is not done whatever the node is, empty if it may be. */
    Optional<String> against(NodeAction action) {
        return allowed.contains(action)
                ? Optional.empty()
                : Optional.of("This sensor does not allow '" + action.word() + "'.");
    }

    /** Why it is not done to this node, empty if it may be. */
    Optional<String> against(NodeAction action, String uid, SeenNode node) {
        if (!uid.equals(node.uid())) {
            return Optional.of("The node that was meant is gone: " + node.name() + " is another one, with the uid '"
                    + node.uid() + "' instead of '" + uid + "'.");
        }
        if (node.controlPlane() && !controlPlane && action != NodeAction.UNCORDON) {
            return Optional.of(node.name() + " is of the control plane, and this sensor does not allow '"
                    + action.word() + "' for those.");
        }
        return Optional.empty();
    }
}
