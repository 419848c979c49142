package dev.breakwater.central.inventory;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.UUID;

/**
 * Everything that is known of a workload, ready to be assembled.
 *
 * @param fingerprint of the workload's own object, 16 bytes
 * @param revision the newest revision among the facts that were read
 * @param team who owns it, empty = nobody
 * @param platform whether it belongs to the platform and not to the people who use it
 */
public record LoadedWorkload(
        UUID id,
        UUID clusterId,
        WorkloadSpec spec,
        Surroundings surroundings,
        byte[] fingerprint,
        long revision,
        String team,
        boolean platform) {}
