package dev.breakwater.central.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A secret in a list: metadata, never a value.
 *
 * @param certificateExpiresAt of the certificate in it that ends first, {@code null} = there is none
 * @param usedBy workloads that mount it, read it or pull images with it, as {@code kind/name}
 */
public record SecretRow(
        UUID id,
        UUID clusterId,
        String cluster,
        String namespace,
        String name,
        String type,
        List<String> keys,
        @Nullable Instant certificateExpiresAt,
        String certificateSubject,
        List<String> registries,
        List<String> usedBy,
        Instant firstSeenAt) {

    public SecretRow {
        keys = List.copyOf(keys);
        registries = List.copyOf(registries);
        usedBy = List.copyOf(usedBy);
    }
}
