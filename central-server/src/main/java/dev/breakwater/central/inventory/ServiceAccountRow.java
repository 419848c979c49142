package dev.breakwater.central.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service account in a list.
 *
 * @param automount whether pods get its token unless they say otherwise; {@code null} = not set, they do
 * @param bindings the bindings that name it, as {@code kind name}
 * @param workloads how many workloads run under it
 */
public record ServiceAccountRow(
        UUID id,
        UUID clusterId,
        String cluster,
        String namespace,
        String name,
        @Nullable Boolean automount,
        List<String> bindings,
        long workloads,
        Instant firstSeenAt) {

    public ServiceAccountRow {
        bindings = List.copyOf(bindings);
    }
}
