package dev.breakwater.ui.nodes;

import dev.breakwater.central.nodes.NodeActions.Offer;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.engine.model.NodeAction;
import java.util.List;

/**
 * What can be done to a node, and what was.
 *
 * @param mayOrder whether the reader may order anything
 */
record NodeHand(List<Offer> offers, List<NodeOrder> orders, boolean mayOrder) {

    NodeHand {
        offers = List.copyOf(offers);
        orders = List.copyOf(orders);
    }

    /** Why something cannot be ordered, empty if it can. */
    String against(NodeAction action) {
        return offers.stream()
                .filter(offer -> offer.action() == action && !offer.possible())
                .map(Offer::why)
                .findFirst()
                .orElse("");
    }

    boolean isBusy() {
        return orders.stream().anyMatch(order -> order.state().isOpen());
    }
}
