package dev.breakwater.central.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node in a list.
 *
 * @param ready {@code null} = the node does not say
 */
public record NodeRow(
        UUID id,
        UUID clusterId,
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
}
