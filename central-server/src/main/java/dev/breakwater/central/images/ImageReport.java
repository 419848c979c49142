package dev.breakwater.central.images;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents.Unread;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one image.
 *
 * @param digest that of its manifest, {@code null} = only a name is known
 * @param names under which visible workloads run it
 * @param scan {@code null} = nobody has looked inside
 * @param state how far its scan can be relied on
 * @param reason why it cannot, empty = it can
 */
public record ImageReport(
        @Nullable String digest,
        List<Name> names,
        State state,
        String reason,
        @Nullable Scan scan) {

    /** How far a scan can be relied on. */
    public enum State {
        /** All was read. */
        COMPLETE,
        /** Something could not be read: what was not found may be there. */
        INCOMPLETE,
        /** Nobody has looked: a document that was uploaded tells its packages, and neither its secrets nor its files. */
        TOLD,
        /** Too old. */
        STALE,
        /** Somebody tried and failed. */
        FAILED,
        /** Nobody has looked. */
        UNSCANNED
    }

    /**
     * A name of the image.
     *
     * @param id of the image in the list of images
     * @param workloads how many visible workloads run it by that name
     */
    public record Name(UUID id, String name, long workloads) {}

    /**
     * What a look inside found.
     *
     * @param contentId by which findings know it
     * @param operatingSystem such as {@code debian:12}, empty = none is recognised
     * @param endOfLife when its security fixes end, {@code null} = not known
     * @param size bytes of its layers as they are stored
     * @param packages how many
     * @param secrets how many
     * @param files those that deserve a look
     * @param config {@code null} = what was uploaded does not tell it
     */
    public record Scan(
            int contentId,
            String configDigest,
            String source,
            String scanner,
            Instant scannedAt,
            Instant firstScannedAt,
            @Nullable Instant goodUntil,
            String operatingSystem,
            String operatingSystemName,
            @Nullable Instant endOfLife,
            @Nullable Instant createdAt,
            long size,
            int layers,
            int packages,
            int secrets,
            List<Unread> unread,
            List<FoundFile> files,
            @Nullable ImageConfig config) {}

    /**
     * A package of the image.
     *
     * @param id by which findings know it
     * @param layer the diff id of the layer that brought it, empty = not told
     * @param layerIndex of that layer from the bottom, from 0; -1 = not told
     */
    public record Installed(
            int id,
            String name,
            String version,
            String arch,
            String type,
            String purl,
            String sourcePackage,
            String sourceVersion,
            String path,
            String layer,
            int layerIndex) {}

    /**
     * A layer, bottom first.
     *
     * @param packages how many of the packages came with it
     */
    public record Layer(int index, String diffId, String digest, long size, String instruction, int packages) {}
}
