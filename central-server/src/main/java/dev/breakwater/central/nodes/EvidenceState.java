package dev.breakwater.central.nodes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a look at a node.
 *
 * @param freshness only what is fresh is judged by
 * @param collectedAt when the look began, {@code null} = there was none
 * @param actor who sent it
 * @param forced whether it was taken though it says that it is of another machine: it is shown, and counts for nothing
 * @param hash SHA-256 of the document in hex, empty = there is none
 * @param size bytes of the document
 * @param unread how many things could not be read
 */
public record EvidenceState(
        UUID nodeId,
        Freshness freshness,
        @Nullable Instant collectedAt,
        @Nullable Instant receivedAt,
        String collector,
        String machineId,
        String hostname,
        String actor,
        boolean forced,
        String hash,
        int size,
        int unread,
        int packages) {

    /** How old evidence is. */
    public enum Freshness {
        FRESH,
        /** Older than {@code breakwater.nodes.evidence-max-age}: whatever needs it is unknown. */
        STALE,
        /** Nobody looked at the machine. */
        NONE
    }

    /** Nobody looked. */
    public static EvidenceState none(UUID nodeId) {
        return new EvidenceState(nodeId, Freshness.NONE, null, null, "", "", "", "", false, "", 0, 0, 0);
    }
}
