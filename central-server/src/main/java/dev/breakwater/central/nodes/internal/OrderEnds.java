package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.nodes.NodeOrder.State;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How orders end, each with an entry in the audit log. */
@Component
class OrderEnds {

    private static final String UNSENT = "Nobody who could do it asked for it in time; nothing was done.";
    private static final String UNANSWERED =
            "It was handed out, but nobody said in time what came of it. Look at the node: it may have been done.";

    private final OrderTable table;
    private final Audit audit;
    private final Clock clock;

    OrderEnds(OrderTable table, Audit audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ends an order that somebody has; {@code false} if it is no such order. */
    @Transactional
    boolean end(UUID order, UUID cluster, State state, String detail) {
        boolean ended = table.end(order, cluster, state, detail, clock.instant());
        if (ended) {
            table.find(order).ifPresent(this::record);
        }
        return ended;
    }

    /** Gives up what has not ended in time. */
    @Transactional
    void expire() {
        table.expire(clock.instant(), UNSENT, UNANSWERED).forEach(this::record);
    }

    /** Why an order that is open ends by the clock. */
    static String late(NodeOrder order) {
        return order.state() == State.WAITING ? UNSENT : UNANSWERED;
    }

    private void record(NodeOrder order) {
        audit.record("ended", "node order", order.id().toString(), order.node(), null, said(order));
    }

    /** What the audit log tells of an order. */
    static Map<String, Object> said(NodeOrder order) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("node", order.nodeId().toString());
        said.put("action", order.action().name());
        said.put("reason", order.reason());
        said.put("orderedBy", order.actor());
        if (order.losePods() || order.loseData()) {
            said.put("losePods", order.losePods());
            said.put("loseData", order.loseData());
        }
        said.put("state", order.state().name());
        said.put("detail", order.detail());
        return said;
    }
}
