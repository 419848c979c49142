package dev.breakwater.central.nodes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.SensorOrders;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.nodes.NodeOrder.State;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.engine.model.NodeAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that nobody ends, end by the clock. */
@CentralApplication
class OrderEndsIT {

    @Autowired
    SmallFleet fleet;

    @Autowired
    OrderTable table;

    @Autowired
    OrderEnds ends;

    @Autowired
    SensorOrders orders;

    @Autowired
    JdbcClient jdbc;

    private UUID order(UUID cluster, Instant expires) {
        UUID id = UUID.randomUUID();
        Instant at = expires.minus(Duration.ofMinutes(10));
        table.insert(
                cluster,
                "uid",
                new NodeOrder(
                        id,
                        UUID.randomUUID(),
                        "n",
                        NodeAction.CORDON,
                        "why",
                        "ann",
                        false,
                        false,
                        State.WAITING,
                        "",
                        at,
                        null,
                        null,
                        expires,
                        List.of()));
        return id;
    }

    @Test
    void whatIsTooOldIsGivenUpOnceAndNeverHandedOut() {
        fleet.present();
        UUID cluster = SmallFleet.id(SmallFleet.CLUSTERS.getFirst());
        UUID old = order(cluster, Instant.now().minusSeconds(60));
        UUID fresh = order(cluster, Instant.now().plusSeconds(600));

        assertThat(orders.open(cluster))
                .extracting(SensorOrders.Order::id)
                .contains(fresh)
                .doesNotContain(old);
        ends.expire();
        ends.expire();

        assertThat(table.find(old).orElseThrow().state()).isEqualTo(State.EXPIRED);
        assertThat(table.find(fresh).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(jdbc.sql("select actor from audit_log where object_id = ? and action = 'ended'")
                        .param(old.toString())
                        .query(String.class)
                        .list())
                .containsExactly("system");
    }
}
