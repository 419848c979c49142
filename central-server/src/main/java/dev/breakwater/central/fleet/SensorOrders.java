package dev.breakwater.central.fleet;

import dev.breakwater.engine.model.NodeAction;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Has the sensors of clusters do things to nodes. An interface of {@code fleet} so that {@code nodes} plugs in. A stream hands out
 * every open order once; the next stream hands it out again until its end is told, and the sensor knows it by its id.
 */
public interface SensorOrders {

    /** The most pods of which one message of a sensor tells. */
    int MOST_PODS = 500;

    /**
     * An order.
     *
     * @param uid of the node that is meant, empty where its source knows none
     * @param actor who ordered it
     * @param losePods evict pods that nothing makes anew, too
     * @param loseData evict pods that keep data on the node, too
     * @param validFor not begun after this
     */
    record Order(
            UUID id,
            NodeAction action,
            String node,
            String uid,
            String actor,
            boolean losePods,
            boolean loseData,
            Duration validFor) {}

    /** How far an order is. */
    enum Progress {
        RUNNING,
        DONE,
        /** The sensor does not do it; nothing was changed. */
        REFUSED,
        /** It was tried and did not come to its end. */
        FAILED
    }

    /** What became of a pod. */
    enum PodOutcome {
        /** It has left the node. */
        GONE,
        /** Its eviction was accepted, it is ending. */
        ENDING,
        /** A disruption budget does not allow it now. */
        HELD,
        /** It stays: of a DaemonSet, or run by the kubelet itself. */
        STAYS,
        FAILED
    }

    /** News of a pod. */
    record PodNews(String namespace, String name, PodOutcome outcome, String detail) {}

    /**
     * What a sensor says of an order.
     *
     * @param detail in words, bounded
     * @param pods those of which something is new
     */
    record News(UUID order, Progress progress, String detail, List<PodNews> pods) {

        public News {
            pods = List.copyOf(pods);
        }
    }

    /** Of these clusters, those for whose sensors there is something to do. */
    Set<UUID> withOrders(Collection<UUID> clusters);

    /** What is open for the sensor of a cluster, oldest first; from now on it counts as handed out. */
    List<Order> open(UUID clusterId);

    /** Keeps what a sensor says. Of an order that is not its own, or has ended, it changes nothing. */
    void said(UUID clusterId, News news);
}
