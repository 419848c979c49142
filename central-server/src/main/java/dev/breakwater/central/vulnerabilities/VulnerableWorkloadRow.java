package dev.breakwater.central.vulnerabilities;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workload, and how much is wrong with what it runs.
 *
 * @param scanned whether one of its images was looked into; else nothing is known
 * @param counts what counts: neither put off nor a false positive
 * @param fixable vulnerabilities that a version mends
 * @param fixableHigh those of them that are high or critical
 * @param epss the highest
 * @param deferred vulnerabilities that are put off
 * @param falsePositive vulnerabilities that do not apply
 */
public record VulnerableWorkloadRow(
        UUID id,
        UUID clusterId,
        String cluster,
        String namespace,
        String kind,
        String name,
        String team,
        boolean scanned,
        SeverityCounts counts,
        int fixable,
        int fixableHigh,
        int exploited,
        @Nullable Double epss,
        int deferred,
        int falsePositive,
        Instant countedAt) {}
