package dev.breakwater.central.images;

import java.time.Instant;
import java.util.UUID;

/**
 * Where images are fetched from, without the secret, which nobody can read again.
 *
 * @param host as in the names of images, such as {@code docker.io} or {@code registry.example.com:5000}
 * @param mirrorOf the host that it is asked before; empty = it stands for itself
 * @param username empty = without a name
 * @param caPem certificates to trust besides those of the Java runtime, empty = none
 * @param plainHttp whether {@code http} may be spoken
 * @param secretSet whether a secret is kept
 * @param secretMissing it has a name but no secret, as after an import
 * @param images how many images that workloads run come from it
 * @param failed of how many of these the last look inside failed for good
 * @param retried of how many it failed and is tried again
 * @param lastError of those, the latest; empty = none
 * @param version rises with each change
 */
public record Registry(
        UUID id,
        String host,
        String mirrorOf,
        ScannedBy scannedBy,
        String username,
        String caPem,
        boolean plainHttp,
        boolean secretSet,
        boolean secretMissing,
        int images,
        int failed,
        int retried,
        String lastError,
        int version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    /** Who looks into its images. */
    public enum ScannedBy {
        CENTRAL,
        /** The sensor of a cluster that runs the image: central cannot reach the registry. */
        SENSOR,
        /** Nobody: its images stay unscanned. */
        NOBODY
    }
}
