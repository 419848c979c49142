package dev.breakwater.ui.nodes;

import dev.breakwater.central.inventory.NodeRow;
import dev.breakwater.central.nodes.NodeDetail.EventKind;

/** How things of nodes are called. */
final class NodeWords {

    private NodeWords() {}

    static String state(NodeRow row) {
        String ready = row.ready() == null ? "does not say" : row.ready() ? "ready" : "not ready";
        return row.unschedulable() ? ready + ", cordoned" : ready;
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
