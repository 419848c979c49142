package dev.breakwater.central.images;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that looks inside one image.
 *
 * @param image the name by which it is fetched
 * @param digest {@code null} = only the name is known
 * @param via who looks: central, or the sensor of a cluster
 * @param cluster of that sensor, empty = central looks
 * @param cause why, in words
 * @param requestedBy who asked for it, empty = central by itself
 * @param attempts since it was last asked for
 * @param reason why the last try failed, a word of {@link dev.breakwater.scanner.ScanFailed.Reason} or {@code NOT_CONFIGURED};
 *     empty = it did not
 * @param lastError the same in a sentence
 * @param layersDone of {@code layers}, which is 0 until they are known
 * @param bytes compressed bytes that were read
 * @param nextAt when it is tried next, {@code null} = it does not wait
 * @param workloads how many visible workloads run the image
 */
public record Scan(
        UUID id,
        String image,
        @Nullable String digest,
        String registry,
        String platform,
        Via via,
        String cluster,
        State state,
        String cause,
        String requestedBy,
        int attempts,
        String reason,
        String lastError,
        int layersDone,
        int layers,
        long bytes,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant nextAt,
        long workloads) {

    /** Who looks. */
    public enum Via {
        CENTRAL,
        SENSOR
    }

    /** How far it is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        /** Given up; tried anew after a day, or when its registry is changed. */
        FAILED,
        CANCELLED
    }
}
