package dev.breakwater.ui.nodes;

import dev.breakwater.central.fleet.SensorOrders.PodOutcome;
import dev.breakwater.central.inventory.NodeRow;
import dev.breakwater.central.nodes.NodeDetail.EventKind;
import dev.breakwater.central.nodes.NodeOrder.State;
import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.engine.node.DrainPlan.Fate;

/** How things of nodes are called. */
final class NodeWords {

    private NodeWords() {}

    static String state(NodeRow row) {
        if (row.clusterId() == null) {
            return "no kubelet tells";
        }
        String ready = row.ready() == null ? "does not say" : row.ready() ? "ready" : "not ready";
        return row.unschedulable() ? ready + ", cordoned" : ready;
    }

    /** What is done. */
    static String action(NodeAction action) {
        return switch (action) {
            case CORDON -> "Isolate";
            case UNCORDON -> "Undo isolation";
            case DRAIN -> "Remove";
            case LOOK -> "Look now";
        };
    }

    /** How far an order is. */
    static String state(State state) {
        return switch (state) {
            case WAITING -> "waiting for the sensor";
            case SENT -> "on its way";
            case DONE -> "done";
            case REFUSED -> "refused";
            case FAILED -> "failed";
            case EXPIRED -> "given up";
            case WITHDRAWN -> "taken back";
        };
    }

    /** What would become of a pod. */
    static String fate(Fate fate) {
        return switch (fate) {
            case LOST -> "lost, nothing makes it anew";
            case NOWHERE -> "fits on no other node";
            case INTERRUPTED -> "moves, no second replica meanwhile";
            case MOVES -> "moves";
            case ENDED -> "has ended, cleared away";
            case STAYS -> "stays";
        };
    }

    /** What became of a pod. */
    static String outcome(PodOutcome outcome) {
        return switch (outcome) {
            case GONE -> "has left";
            case ENDING -> "is ending";
            case HELD -> "held by a budget";
            case STAYS -> "stays";
            case FAILED -> "failed";
        };
    }

    static String event(EventKind kind) {
        return switch (kind) {
            case APPEARED -> "Seen first";
            case VANISHED -> "Vanished";
            case RETURNED -> "Came back";
            case REPLACED -> "Replaced by another machine";
            case MACHINE_CHANGED -> "Machine id changed";
        };
    }
}
