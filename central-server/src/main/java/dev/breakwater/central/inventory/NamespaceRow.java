package dev.breakwater.central.inventory;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
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
        Map<String, String> labels,
        long workloads,
        double riskSum,
        long openViolations,
        Instant firstSeenAt) {

    public NamespaceRow {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
