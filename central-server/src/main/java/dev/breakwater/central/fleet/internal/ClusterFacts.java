package dev.breakwater.central.fleet.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as it is stored, with what its health is told from.
 *
 * @param unseen kinds that the sensor wants to see and cannot: {@code KIND (FORBIDDEN)}, sorted
 * @param problems files, API groups and objects that could not be read
 */
record ClusterFacts(
        UUID id,
        String name,
        String environment,
        String source,
        String kubernetesVersion,
        String sensorVersion,
        boolean connected,
        @Nullable Instant lastContactAt,
        @Nullable Instant syncStartedAt,
        @Nullable Instant syncedAt,
        boolean spoolOverflowed,
        @Nullable Instant certificateExpiresAt,
        @Nullable Instant revokedAt,
        Instant createdAt,
        String createdBy,
        long workloads,
        List<String> unseen,
        long problems) {}
