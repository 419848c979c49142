package dev.breakwater.central.inventory;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Reads what is known of workloads, with everything that other objects say of them. */
public interface WorkloadFacts {

    /**
     * Loads workloads by a number of queries that does not grow with them. What the cluster's sensor cannot see is unknown
     * with its reason, never empty.
     *
     * @return those that exist
     */
    Map<UUID, LoadedWorkload> load(Collection<UUID> ids);
}
