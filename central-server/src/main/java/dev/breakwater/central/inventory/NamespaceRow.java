package dev.breakwater.central.inventory;

import java.time.Instant;
import java.util.UUID;

/**
 * A namespace in a list, with what its workloads add up to.
 *
 * @param riskSum sum of the risk scores of its workloads
 * @param openViolations open violations of its workloads
 */
public record NamespaceRow(
        UUID id,
        UUID clusterId,
        String cluster,
        String name,
        boolean platform,
        String labels,
        long workloads,
        double riskSum,
        long openViolations,
        Instant firstSeenAt) {}
