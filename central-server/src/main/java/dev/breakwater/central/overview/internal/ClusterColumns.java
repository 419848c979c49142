package dev.breakwater.central.overview.internal;

import dev.breakwater.central.fleet.ClusterRow;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cluster as a line of CSV. */
final class ClusterColumns {

    static final List<String> NAMES = List.of(
            "id",
            "name",
            "environment",
            "health",
            "healthReason",
            "source",
            "kubernetesVersion",
            "sensorVersion",
            "connected",
            "lastContactAt",
            "syncedAt",
            "certificateExpiresAt",
            "workloads",
            "problems",
            "createdAt",
            "createdBy");

    private ClusterColumns() {}

    static List<@Nullable Object> of(ClusterRow row) {
        return Arrays.asList(
                row.id(),
                row.name(),
                row.environment(),
                row.health().word(),
                row.health().reason(),
                row.source(),
                row.kubernetesVersion(),
                row.sensorVersion(),
                row.connected(),
                row.lastContactAt(),
                row.syncedAt(),
                row.certificateExpiresAt(),
                row.workloads(),
                row.problems(),
                row.createdAt(),
                row.createdBy());
    }
}
