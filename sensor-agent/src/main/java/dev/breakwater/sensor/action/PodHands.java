package dev.breakwater.sensor.action;

import java.io.IOException;
import java.util.List;

/** What can be done to the pods of a node. */
public interface PodHands {

    /** What came of asking for an eviction. */
    enum Eviction {
        /** The pod ends. */
        ACCEPTED,
        /** A disruption budget does not allow it now. */
        HELD,
        /** The pod is not there any more. */
        GONE
    }

    /** An answer with the cluster's own words, empty = none. */
    record Answer(Eviction eviction, String words) {}

    /**
     * The pods of a node now.
     *
     * @throws IOException if they could not be looked at; the message is for people
     */
    List<SeenPod> podsOn(String node) throws IOException;

    /** How many other nodes are ready and take new pods. */
    long othersThatTakePods(String node) throws IOException;

    /**
     * Asks for the eviction of a pod, which the cluster holds to its disruption budgets.
     *
     * @throws IOException if it was refused for another reason; the message is for people
     */
    Answer evict(SeenPod pod) throws IOException;

    /** Whether a pod has left; another one of the same name is not the same. */
    boolean isGone(SeenPod pod) throws IOException;
}
