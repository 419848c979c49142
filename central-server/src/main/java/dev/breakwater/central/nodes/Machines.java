package dev.breakwater.central.nodes;

import java.util.UUID;

/** Machines that belong to no cluster: known by the evidence that was brought of them, each by its machine id. */
public interface Machines {

    /** The most that are kept. */
    int MOST = 10_000;

    /**
     * Keeps evidence of a machine without a cluster, in place of what was there; one that is new is known from then on.
     *
     * @param json the document
     * @param force take it though it is older than what is held, or of the machine of a node
     * @throws dev.breakwater.central.platform.InvalidRequest if it is no evidence, or tells no machine id
     * @throws dev.breakwater.central.platform.Conflict if it is of the machine of a node, or older, and not forced, or if there are
     *     {@link #MOST} already
     */
    EvidenceState accept(byte[] json, boolean force);

    /**
     * Forgets a machine without a cluster, or a node that vanished, with its evidence.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none
     * @throws dev.breakwater.central.platform.Conflict if a cluster has it: that would bring it back at once
     */
    void forget(UUID id);
}
