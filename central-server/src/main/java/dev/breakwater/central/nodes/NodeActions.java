package dev.breakwater.central.nodes;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.model.NodeAction;
import java.util.List;
import java.util.UUID;

/**
 * Orders that something be done to nodes. Central orders, the sensor of the cluster (or the agent on the machine) has the last word:
 * it keeps an allow-list of its own and looks again at the node before it does anything (docs/adr/022).
 */
public interface NodeActions {

    /** The longest reason, in characters. */
    int LONGEST_REASON = 500;

    /** The most orders that are told of a node. */
    int MOST_ORDERS = 20;

    /**
     * What is wished.
     *
     * @param reason why, 1 to {@link #LONGEST_REASON} characters
     * @param losePods only for {@code DRAIN}: evict pods that nothing makes anew, too
     * @param loseData only for {@code DRAIN}: evict pods that keep data on the node, too
     */
    record Wish(NodeAction action, String reason, boolean losePods, boolean loseData) {

        public static Wish of(NodeAction action, String reason) {
            return new Wish(action, reason, false, false);
        }
    }

    /**
     * Whether something can be ordered.
     *
     * @param why if not, in a sentence; empty = it can
     */
    record Offer(NodeAction action, boolean possible, String why) {}

    /**
     * Orders it. The same once more while it is on its way answers that order.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such node
     * @throws dev.breakwater.central.platform.InvalidRequest if the reason is missing or too long
     * @throws dev.breakwater.central.platform.Conflict if it is not offered, or another order for the node is on its way
     */
    NodeOrder order(UUID nodeId, Wish wish);

    /**
     * Takes an order back that nobody has yet.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such order for the node
     * @throws dev.breakwater.central.platform.Conflict if the sensor has it, or it has ended
     */
    NodeOrder withdraw(UUID nodeId, UUID orderId);

    /** What was ordered for a node, newest first. */
    List<NodeOrder> of(UUID nodeId, AccessScope scope);

    /** What can be ordered for a node now, one for each action. */
    List<Offer> offers(UUID nodeId, AccessScope scope);
}
