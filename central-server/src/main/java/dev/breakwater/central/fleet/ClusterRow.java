package dev.breakwater.central.fleet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in a list.
 *
 * @param environment such as {@code production}, empty = not said
 * @param source {@code LIVE} or {@code FOLDER}, empty before the first contact
 * @param connected a sensor is connected now
 * @param lastContactAt when the sensor last said something, {@code null} = never
 * @param syncedAt when the cluster was last read completely, {@code null} = never: all of it is provisional
 * @param workloads how many workloads central knows
 * @param problems how many files, API groups or objects could not be read
 */
public record ClusterRow(
        UUID id,
        String name,
        String environment,
        ClusterHealth health,
        String source,
        String kubernetesVersion,
        String sensorVersion,
        boolean connected,
        @Nullable Instant lastContactAt,
        @Nullable Instant syncedAt,
        @Nullable Instant certificateExpiresAt,
        long workloads,
        long problems,
        Instant createdAt,
        String createdBy) {}
