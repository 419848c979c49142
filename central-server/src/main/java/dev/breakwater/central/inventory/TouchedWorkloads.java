package dev.breakwater.central.inventory;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the inventory stage leaves for the judgement.
 *
 * @param changed workloads whose own object is new or changed: judged within the batch; with the cause in words
 * @param removed workloads that are gone
 */
public record TouchedWorkloads(Map<UUID, String> changed, Set<UUID> removed) {

    public TouchedWorkloads {
        changed = Map.copyOf(changed);
        removed = Set.copyOf(removed);
    }
}
