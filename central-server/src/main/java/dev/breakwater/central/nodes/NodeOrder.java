package dev.breakwater.central.nodes;

import dev.breakwater.central.fleet.SensorOrders.PodOutcome;
import dev.breakwater.engine.model.NodeAction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was ordered to be done to a node, and what came of it.
 *
 * @param reason as the person gave it
 * @param actor who ordered it
 * @param detail what came of it in words, empty = nothing yet
 * @param at when it was ordered
 * @param sentAt when it was handed to the sensor or agent, {@code null} = it was not
 * @param endedAt {@code null} = it has not
 * @param expiresAt given up if it has not ended until then
 * @param pods what became of the pods of a node that is drained
 */
public record NodeOrder(
        UUID id,
        UUID nodeId,
        String node,
        NodeAction action,
        String reason,
        String actor,
        boolean losePods,
        boolean loseData,
        State state,
        String detail,
        Instant at,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt,
        Instant expiresAt,
        List<PodResult> pods) {

    /** How far it is. */
    public enum State {
        /** Nobody has it yet. */
        WAITING,
        /** The sensor or agent has it. */
        SENT,
        DONE,
        /** Whoever had to do it does not; nothing was changed. */
        REFUSED,
        /** It was tried and did not come to its end. */
        FAILED,
        /** Nobody said in time that it was done. */
        EXPIRED,
        /** Taken back before anybody had it. */
        WITHDRAWN;

        /** Whether something is still to come. */
        public boolean isOpen() {
            return this == WAITING || this == SENT;
        }
    }

    /** What became of a pod. */
    public record PodResult(String namespace, String name, PodOutcome outcome, String detail, Instant at) {}

    public NodeOrder {
        pods = List.copyOf(pods);
    }

    /** The same, ended. */
    public NodeOrder ended(State how, String what, Instant when) {
        return new NodeOrder(
                id, nodeId, node, action, reason, actor, losePods, loseData, how, what, at, sentAt, when, expiresAt,
                pods);
    }
}
