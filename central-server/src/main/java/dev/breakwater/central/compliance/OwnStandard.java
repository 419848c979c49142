package dev.breakwater.central.compliance;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A standard or profile that people wrote.
 *
 * @param base the standard that it extends, empty = it stands for itself
 * @param left the controls that it takes out of that one, with the reason
 * @param controls how many it has
 * @param document YAML, as written
 * @param version counts its changes, from 1
 * @param deletedAt {@code null} = it is there
 * @param problem why it cannot be used at present (a check that is no more), empty = it can
 */
public record OwnStandard(
        String id,
        String name,
        String base,
        Map<String, String> left,
        long controls,
        String document,
        int version,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant deletedAt,
        String problem) {}
