package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.inventory.ClusterNodes.Located;
import dev.breakwater.central.nodes.NodeActions;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.nodes.NodeOrder.State;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.model.NodeAction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredNodeActions implements NodeActions {

    private final ClusterNodes nodes;
    private final OrderTable table;
    private final ActionOffers offers;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredNodeActions(
            ClusterNodes nodes, OrderTable table, ActionOffers offers, Audit audit, ActorSource actors, Clock clock) {
        this.nodes = nodes;
        this.table = table;
        this.offers = offers;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public NodeOrder order(UUID nodeId, Wish wish) {
        Located node = located(nodeId, AccessScope.EVERYTHING);
        String reason = wish.reason().strip();
        check(wish, reason);
        Offer offer = offers.of(node, wish.action());
        if (!offer.possible()) {
            throw new Conflict(offer.why());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NodeOrder order = new NodeOrder(
                Ids.newId(now),
                nodeId,
                node.node().meta().name(),
                wish.action(),
                reason,
                actors.current().name(),
                wish.losePods(),
                wish.loseData(),
                State.WAITING,
                "",
                now,
                null,
                null,
                now.plus(patience(wish.action())),
                List.of());
        if (wish.action() == NodeAction.UNCORDON) {
            stopIsolation(nodeId);
        }
        if (!table.insert(node.clusterId(), node.node().meta().uid(), order)) {
            return onItsWay(nodeId, wish);
        }
        audit.record("ordered", "node order", order.id().toString(), order.node(), null, OrderEnds.said(order));
        return order;
    }

    /**
     * Who takes an isolation back does not wait for it, nor for pods that go on leaving. The sensor carries out orders for a node in
     * turn, and stops a drain when it hears of this one.
     */
    private void stopIsolation(UUID nodeId) {
        table.open(nodeId)
                .filter(open -> open.action() == NodeAction.CORDON || open.action() == NodeAction.DRAIN)
                .filter(open -> table.stop(
                        open.id(),
                        "Taken back by " + actors.current().name()
                                + (open.action() == NodeAction.DRAIN ? ". What had left by then has left." : "."),
                        clock.instant()))
                .flatMap(open -> table.find(open.id()))
                .ifPresent(stopped -> audit.record(
                        "withdrawn",
                        "node order",
                        stopped.id().toString(),
                        stopped.node(),
                        null,
                        OrderEnds.said(stopped)));
    }

    private NodeOrder onItsWay(UUID nodeId, Wish wish) {
        NodeOrder open = table.open(nodeId)
                .orElseThrow(() -> new Conflict("Another order for this node ended just now; try again."));
        if (open.action() == wish.action()
                && open.losePods() == wish.losePods()
                && open.loseData() == wish.loseData()) {
            return open;
        }
        throw new Conflict(
                "An order for this node is on its way: " + open.action().word() + ", by " + open.actor()
                        + "; it ends by itself at " + open.expiresAt() + " at the latest.");
    }

    private static void check(Wish wish, String reason) {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new InvalidRequest("reason", wish.reason(), "1 to " + LONGEST_REASON + " characters: why it is done");
        }
        if (wish.action() != NodeAction.DRAIN && (wish.losePods() || wish.loseData())) {
            throw new InvalidRequest(
                    wish.losePods() ? "losePods" : "loseData", "true", "false, but for the action " + NodeAction.DRAIN);
        }
    }

    /** Long enough for a sensor that reconnects; a drain waits for pods that end slowly, and for budgets. */
    private static Duration patience(NodeAction action) {
        return switch (action) {
            case CORDON, UNCORDON, LOOK -> Duration.ofMinutes(10);
            case DRAIN -> Duration.ofMinutes(30);
        };
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public NodeOrder withdraw(UUID nodeId, UUID orderId) {
        located(nodeId, AccessScope.EVERYTHING);
        NodeOrder order = table.find(orderId)
                .filter(found -> found.nodeId().equals(nodeId))
                .orElseThrow(() -> new NotFound("order for this node", orderId.toString()));
        if (!table.withdraw(orderId, "Taken back by " + actors.current().name() + ".", clock.instant())) {
            throw new Conflict(
                    order.state() == State.SENT
                            ? "The sensor has this order already."
                            : "This order has ended: " + order.state() + ".");
        }
        NodeOrder withdrawn = table.find(orderId).orElse(order);
        audit.record("withdrawn", "node order", orderId.toString(), order.node(), null, OrderEnds.said(withdrawn));
        return withdrawn;
    }

    @Override
    public List<NodeOrder> of(UUID nodeId, AccessScope scope) {
        located(nodeId, scope);
        return table.of(nodeId, MOST_ORDERS).stream().map(this::asItIsNow).toList();
    }

    /** What was not ended in time is over, though it is ended by the clock only a little later. */
    private NodeOrder asItIsNow(NodeOrder order) {
        return order.state().isOpen() && !order.expiresAt().isAfter(clock.instant())
                ? order.ended(State.EXPIRED, OrderEnds.late(order), order.expiresAt())
                : order;
    }

    @Override
    public List<Offer> offers(UUID nodeId, AccessScope scope) {
        Located node = located(nodeId, scope);
        return Arrays.stream(NodeAction.values())
                .map(action -> offers.of(node, action))
                .toList();
    }

    private Located located(UUID nodeId, AccessScope scope) {
        return NodeOfCluster.find(nodes, nodeId, scope);
    }
}
