package dev.breakwater.central.inventory;

import dev.breakwater.engine.model.WorkloadSpec;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Reads what is known of workloads, with everything that other objects say of them. */
public interface WorkloadFacts {

    /**
     * Loads workloads by a number of queries that does not grow with them. What the cluster's sensor cannot see is unknown
     * with its reason, never empty.
     *
     * @param received workloads' own objects that the caller has just stored and still holds: they are not read again
     * @return those that exist
     */
    Map<UUID, LoadedWorkload> load(Collection<UUID> ids, Map<UUID, WorkloadSpec> received);

    /** Loads workloads of which nothing is at hand. */
    default Map<UUID, LoadedWorkload> load(Collection<UUID> ids) {
        return load(ids, Map.of());
    }
}
