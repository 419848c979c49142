package dev.breakwater.central.nodes;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.machine.MachineEvidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Takes and keeps what looks at machines found. */
public interface NodeEvidence {

    /** The most bytes of a document. */
    int MOST_BYTES = 16 << 20;

    /** The most receipts that are told of a node. */
    int MOST_RECEIPTS = 50;

    /** Evidence with what is known about it. */
    record Held(EvidenceState state, MachineEvidence evidence) {}

    /** That evidence was received once. */
    record Receipt(Instant at, Instant collectedAt, String collector, String actor, boolean forced, String hash) {}

    /**
     * Keeps evidence as a node's, in place of what was there, and has it judged.
     *
     * @param json the document
     * @param force take it though it says that it is of another machine, or older than what is held
     * @throws dev.breakwater.central.platform.NotFound if there is no such node
     * @throws dev.breakwater.central.platform.InvalidRequest if it is no evidence
     * @throws dev.breakwater.central.platform.Conflict if it is another machine's, or older, and not forced
     */
    EvidenceState accept(UUID nodeId, byte[] json, boolean force);

    /**
     * The node of a name.
     *
     * @param cluster name or id
     */
    UUID nodeOf(String cluster, String node);

    /** What is known about the evidence of a node, though there be none. */
    EvidenceState state(UUID nodeId, AccessScope scope);

    /**
     * The evidence itself.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such node, or nobody looked at it
     */
    Held of(UUID nodeId, AccessScope scope);

    /** What was received for a node, newest first. */
    List<Receipt> receipts(UUID nodeId, AccessScope scope);

    /** Evidence of nodes for those who judge it; a node without any is left out. */
    List<Held> read(List<UUID> nodeIds);

    /**
     * What is made of the evidence of each of some nodes, on all processors; no more of it is held at a time than there are
     * processors. A node without any is left out.
     *
     * @param what called by several threads at once, and without a transaction
     */
    <T> List<T> each(List<UUID> nodeIds, Function<Held, T> what);
}
