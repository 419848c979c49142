package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.inventory.ClusterNodes.Located;
import dev.breakwater.central.nodes.NodeActions.Offer;
import dev.breakwater.engine.model.NodeAction;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether something can be done to a node, as whoever would do it said of itself. It is not asked for its permission: it decides. */
@Component
class ActionOffers {

    private final JdbcTemplate jdbc;
    private final AskingAgents agents;

    ActionOffers(JdbcTemplate jdbc, AskingAgents agents) {
        this.jdbc = jdbc;
        this.agents = agents;
    }

    Offer of(Located node, NodeAction action) {
        return switch (action) {
            case CORDON, UNCORDON, DRAIN -> ofSensor(node, action);
            case LOOK ->
                agents.isAsked(node.id())
                        ? new Offer(action, true, "")
                        : new Offer(
                                action,
                                false,
                                "No agent on this machine has asked for orders in the last "
                                        + AskingAgents.SILENT_AFTER.toMinutes()
                                        + " minutes. Node mode of the sensor's chart brings one.");
        };
    }

    private Offer ofSensor(Located node, NodeAction action) {
        Allowed sensor = allowed(node.clusterId());
        if (!sensor.actions().contains(action)) {
            return new Offer(
                    action,
                    false,
                    "The sensor of " + sensor.cluster() + " does not allow '" + action.word()
                            + "'. Whoever runs it can: --allow-node-actions, in its chart nodeActions.allow.");
        }
        return new Offer(action, true, "");
    }

    private record Allowed(String cluster, Set<NodeAction> actions) {}

    private Allowed allowed(UUID cluster) {
        return jdbc
                .query(
                        "select name, array_to_string(node_actions, ',') as actions from clusters where id = ?",
                        (row, number) -> new Allowed(row.getString("name"), actions(row.getString("actions"))),
                        cluster)
                .stream()
                .findFirst()
                .orElse(new Allowed("this cluster", Set.of()));
    }

    private static Set<NodeAction> actions(String text) {
        return Arrays.stream(text.split(","))
                .flatMap(word -> NodeAction.of(word).stream())
                .collect(Collectors.toSet());
    }
}
