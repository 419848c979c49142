package dev.breakwater.central.nodes;

import dev.breakwater.central.inventory.NodeRow;
import dev.breakwater.engine.model.Node.Condition;
import dev.breakwater.engine.model.Node.Taint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node, all of it.
 *
 * @param system which operating system made for containers it runs; empty = a general one, or it does not say
 * @param machineId as its kubelet says, empty = it does not
 * @param vanishedAt since when its cluster has it no more, {@code null} = it is there, or a machine without a cluster
 * @param events what became of it, newest first
 */
public record NodeDetail(
        NodeRow node,
        String system,
        String machineId,
        List<String> addresses,
        Map<String, String> labels,
        List<Taint> taints,
        List<Condition> conditions,
        long pods,
        EvidenceState evidence,
        @Nullable Instant vanishedAt,
        List<Event> events) {

    public NodeDetail {
        addresses = List.copyOf(addresses);
        labels = Map.copyOf(labels);
        taints = List.copyOf(taints);
        conditions = List.copyOf(conditions);
        events = List.copyOf(events);
    }

    /** What became of a node. */
    public enum EventKind {
        /** It was seen for the first time. */
        APPEARED,
        /** Its cluster has it no more. */
        VANISHED,
        /** The same machine came back under its name. */
        RETURNED,
        /** Another machine came under its name. */
        REPLACED,
        /** Its machine id changed while it was there. */
        MACHINE_CHANGED
    }

    /**
     * An event.
     *
     * @param before machine id, empty = unknown
     */
    public record Event(Instant at, EventKind kind, String name, String before, String after) {}
}
