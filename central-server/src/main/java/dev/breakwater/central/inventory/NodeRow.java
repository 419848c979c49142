package dev.breakwater.central.inventory;

import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node in a list, or a machine that belongs to no cluster.
 *
 * @param clusterId {@code null} = it belongs to none
 * @param cluster empty = it belongs to none
 * @param ready {@code null} = the node does not say
 */
public record NodeRow(
        UUID id,
        @Nullable UUID clusterId,
        String cluster,
        String name,
        List<String> roles,
        String osImage,
        String kernelVersion,
        String containerRuntime,
        String kubeletVersion,
        String architecture,
        @Nullable Boolean ready,
        boolean unschedulable,
        Instant firstSeenAt) {

    public NodeRow {
        roles = List.copyOf(roles);
    }

    /** Reads a row with a column of each of these names. */
    public static NodeRow read(ResultSet row) throws SQLException {
        return new NodeRow(
                Sql.uuid(row, "id"),
                Sql.uuidOrNull(row, "cluster_id"),
                row.getString("cluster"),
                row.getString("name"),
                Sql.texts(row, "roles"),
                row.getString("os_image"),
                row.getString("kernel_version"),
                row.getString("container_runtime"),
                row.getString("kubelet_version"),
                row.getString("architecture"),
                Sql.booleanOrNull(row, "ready"),
                row.getBoolean("unschedulable"),
                Sql.instant(row, "first_seen_at"));
    }
}
