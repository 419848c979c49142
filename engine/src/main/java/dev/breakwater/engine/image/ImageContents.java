package dev.breakwater.engine.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found inside one image of one platform.
 *
 * @param reference the name that was asked for, empty = a file
 * @param digest the digest of the manifest; of {@code docker save} archives, which have none, that of the configuration
 * @param configDigest the image id that runtimes show
 * @param os {@code null} = none is recognised (a scratch image)
 * @param layers bottom first
 * @param packages of the final file system: what a later layer deletes is not there
 * @param incomplete what could not be read, and why: anything here makes "nothing found" an unknown
 */
public record ImageContents(
        String reference,
        String digest,
        String configDigest,
        @Nullable OperatingSystem os,
        List<ImageLayer> layers,
        List<InstalledPackage> packages,
        List<FoundSecret> secrets,
        List<FoundFile> files,
        ImageConfig config,
        List<Unread> incomplete) {

    /**
     * Something that could not be read.
     *
     * @param where a path, a layer's digest, or both
     * @param reason one sentence
     */
    public record Unread(String where, String reason) {}

    public ImageContents {
        layers = List.copyOf(layers);
        packages = List.copyOf(packages);
        secrets = List.copyOf(secrets);
        files = List.copyOf(files);
        incomplete = List.copyOf(incomplete);
    }

    /** The same with other parts that could not be read. */
    public ImageContents withIncomplete(List<Unread> others) {
        return new ImageContents(reference, digest, configDigest, os, layers, packages, secrets, files, config, others);
    }

    /** Whether everything that was to be read was read. */
    public boolean isComplete() {
        return incomplete.isEmpty();
    }
}
