package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.fleet.SensorOrders.News;
import dev.breakwater.central.fleet.SensorOrders.PodNews;
import dev.breakwater.central.fleet.SensorOrders.PodOutcome;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.nodes.NodeOrder.PodResult;
import dev.breakwater.central.nodes.NodeOrder.State;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.NodeAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code node_orders} and what became of pods. */
@Component
class OrderTable {

    private static final String OPEN = " state in ('WAITING', 'SENT') ";

    private final JdbcTemplate jdbc;

    OrderTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code false} if an order for the node is open. */
    boolean insert(UUID cluster, String uid, NodeOrder order) {
        return jdbc.update(
                        """
                        insert into node_orders (id, cluster_id, node_id, node, uid, action, reason, actor, lose_pods,
                            lose_data, state, detail, at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (node_id) where state in ('WAITING', 'SENT') do nothing
                        """,
                        order.id(),
                        cluster,
                        order.nodeId(),
                        order.node(),
                        uid,
                        order.action().name(),
                        order.reason(),
                        order.actor(),
                        order.losePods(),
                        order.loseData(),
                        order.state().name(),
                        order.detail(),
                        Timestamp.from(order.at()),
                        Timestamp.from(order.expiresAt()))
                == 1;
    }

    Optional<NodeOrder> find(UUID id) {
        return jdbc.query("select * from node_orders where id = ?", (row, number) -> order(row, List.of()), id).stream()
                .findFirst();
    }

    Optional<NodeOrder> open(UUID node) {
        return jdbc
                .query(
                        "select * from node_orders where node_id = ? and" + OPEN,
                        (row, number) -> order(row, List.of()),
                        node)
                .stream()
                .findFirst();
    }

    /** Newest first. */
    List<NodeOrder> of(UUID node, int most) {
        return jdbc.query(
                "select * from node_orders where node_id = ? order by at desc, id desc limit ?",
                (row, number) -> order(row, pods(Sql.uuid(row, "id"))),
                node,
                most);
    }

    /** The uid of the node that an order means. */
    String uid(UUID order) {
        return jdbc.queryForList("select uid from node_orders where id = ?", String.class, order).stream()
                .findFirst()
                .orElse("");
    }

    /** Of these clusters, those with an open order for their sensor. */
    Set<UUID> withOpen(Collection<UUID> clusters, Instant now) {
        return new HashSet<>(jdbc.queryForList(
                "select distinct cluster_id from node_orders where cluster_id = any(?) and action <> 'LOOK'"
                        + " and expires_at > ? and" + OPEN,
                UUID.class,
                Rows.ids(clusters),
                Timestamp.from(now)));
    }

    /** Hands out what is open for the sensor of a cluster, oldest first. */
    List<NodeOrder> handOut(UUID cluster, Instant now, int most) {
        jdbc.update(
                "update node_orders set state = 'SENT', sent_at = ? where cluster_id = ? and action <> 'LOOK'"
                        + " and state = 'WAITING' and expires_at > ?",
                Timestamp.from(now),
                cluster,
                Timestamp.from(now));
        return jdbc.query(
                "select * from node_orders where cluster_id = ? and action <> 'LOOK' and state = 'SENT' and expires_at > ?"
                        + " order by at, id limit ?",
                (row, number) -> order(row, List.of()),
                cluster,
                Timestamp.from(now),
                most);
    }

    /** Hands out the order to look at a node. */
    Optional<UUID> handOutLook(UUID node, Instant now) {
        return jdbc
                .queryForList(
                        "update node_orders set state = 'SENT', sent_at = coalesce(sent_at, ?) where node_id = ?"
                                + " and action = 'LOOK' and expires_at > ? and" + OPEN + "returning id",
                        UUID.class,
                        Timestamp.from(now),
                        node,
                        Timestamp.from(now))
                .stream()
                .findFirst();
    }

    /** The order to look at a node that an agent has. */
    Optional<UUID> openLook(UUID node) {
        return jdbc
                .queryForList(
                        "select id from node_orders where node_id = ? and action = 'LOOK' and state = 'SENT'",
                        UUID.class,
                        node)
                .stream()
                .findFirst();
    }

    /** {@code false} if it has ended, or is not of this cluster. */
    boolean progressed(UUID cluster, News news) {
        return jdbc.update(
                        "update node_orders set detail = ? where id = ? and cluster_id = ? and state = 'SENT'",
                        news.detail(),
                        news.order(),
                        cluster)
                == 1;
    }

    /** {@code false} if it has ended before, or nobody had it. */
    boolean end(UUID order, UUID cluster, State state, String detail, Instant now) {
        return jdbc.update(
                        "update node_orders set state = ?, detail = ?, ended_at = ?"
                                + " where id = ? and cluster_id = ? and state = 'SENT'",
                        state.name(),
                        detail,
                        Timestamp.from(now),
                        order,
                        cluster)
                == 1;
    }

    /** {@code false} if somebody has it, or it has ended. */
    boolean withdraw(UUID order, String detail, Instant now) {
        return jdbc.update(
                        "update node_orders set state = 'WITHDRAWN', detail = ?, ended_at = ? where id = ? and state = 'WAITING'",
                        detail,
                        Timestamp.from(now),
                        order)
                == 1;
    }

    /** Takes an order back though somebody may have it; {@code false} if it has ended. */
    boolean stop(UUID order, String detail, Instant now) {
        return jdbc.update(
                        "update node_orders set state = 'WITHDRAWN', detail = ?, ended_at = ? where id = ? and" + OPEN,
                        detail,
                        Timestamp.from(now),
                        order)
                == 1;
    }

    /** Gives up what has not ended in time; each is answered by one caller only. */
    List<NodeOrder> expire(Instant now, String unsent, String unanswered) {
        return jdbc.query(
                "update node_orders set state = 'EXPIRED', ended_at = ?, detail = case state when 'WAITING' then ? else ? end"
                        + " where expires_at <= ? and" + OPEN + "returning *",
                (row, number) -> order(row, List.of()),
                Timestamp.from(now),
                unsent,
                unanswered,
                Timestamp.from(now));
    }

    /** Keeps what became of pods, the latest of each. */
    void pods(UUID order, List<PodNews> pods, Instant now) {
        if (pods.isEmpty()) {
            return;
        }
        Rows rows = Rows.of("uuid", "text", "text", "text", "text", "timestamptz");
        // A statement cannot write one row twice.
        Set<String> seen = new HashSet<>();
        for (PodNews pod : pods.reversed()) {
            if (seen.add(pod.namespace() + "/" + pod.name())) {
                rows.add(order, pod.namespace(), pod.name(), pod.outcome().name(), pod.detail(), now);
            }
        }
        rows.update(jdbc, """
                insert into node_order_pods (order_id, namespace, name, outcome, detail, at)
                select * from %s
                on conflict (order_id, namespace, name) do update set
                    outcome = excluded.outcome, detail = excluded.detail, at = excluded.at
                """.formatted(rows.unnest()));
    }

    private List<PodResult> pods(UUID order) {
        return jdbc.query(
                "select * from node_order_pods where order_id = ? order by namespace, name",
                (row, number) -> new PodResult(
                        row.getString("namespace"),
                        row.getString("name"),
                        PodOutcome.valueOf(row.getString("outcome")),
                        row.getString("detail"),
                        Sql.instant(row, "at")),
                order);
    }

    private static NodeOrder order(ResultSet row, List<PodResult> pods) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        Timestamp ended = row.getTimestamp("ended_at");
        return new NodeOrder(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "node_id"),
                row.getString("node"),
                NodeAction.valueOf(row.getString("action")),
                row.getString("reason"),
                row.getString("actor"),
                row.getBoolean("lose_pods"),
                row.getBoolean("lose_data"),
                State.valueOf(row.getString("state")),
                row.getString("detail"),
                Sql.instant(row, "at"),
                sent == null ? null : sent.toInstant(),
                ended == null ? null : ended.toInstant(),
                Sql.instant(row, "expires_at"),
                pods);
    }
}
