package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.fleet.SensorOrders;
import dev.breakwater.central.nodes.NodeOrder.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders in the hands of sensors. */
@Component
class OrdersOfSensors implements SensorOrders {

    /** Handed out at a time; the rest follows when some have ended. */
    private static final int MOST = 50;

    private final OrderTable table;
    private final OrderEnds ends;
    private final Clock clock;

    OrdersOfSensors(OrderTable table, OrderEnds ends, Clock clock) {
        this.table = table;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    public Set<UUID> withOrders(Collection<UUID> clusters) {
        return table.withOpen(clusters, clock.instant());
    }

    @Override
    @Transactional
    public List<Order> open(UUID clusterId) {
        Instant now = clock.instant();
        return table.handOut(clusterId, now, MOST).stream()
                .map(order -> new Order(
                        order.id(),
                        order.action(),
                        order.node(),
                        table.uid(order.id()),
                        order.actor(),
                        order.losePods(),
                        order.loseData(),
                        Duration.between(now, order.expiresAt())))
                .toList();
    }

    @Override
    @Transactional
    public void said(UUID clusterId, News news) {
        Optional<State> end = end(news.progress());
        boolean mine = end.isPresent()
                ? ends.end(news.order(), clusterId, end.get(), news.detail())
                : table.progressed(clusterId, news);
        if (mine) {
            table.pods(news.order(), news.pods(), clock.instant());
        }
    }

    private static Optional<State> end(Progress progress) {
        return switch (progress) {
            case RUNNING -> Optional.empty();
            case DONE -> Optional.of(State.DONE);
            case REFUSED -> Optional.of(State.REFUSED);
            case FAILED -> Optional.of(State.FAILED);
        };
    }
}
