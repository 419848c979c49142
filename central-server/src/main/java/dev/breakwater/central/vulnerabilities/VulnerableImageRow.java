package dev.breakwater.central.vulnerabilities;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image that was looked into, and how much is wrong with it.
 *
 * @param names under which it is known, at most five
 * @param operatingSystem such as {@code debian:12}, empty = none
 * @param complete {@code false} = a part of it could not be read
 * @param unspoken packages that no feed in use speaks for: what they have is unknown
 * @param counts whatever people decided of them
 * @param fixable vulnerabilities that a version mends
 * @param fixableHigh those of them that are high or critical
 * @param exploited vulnerabilities that are known to be exploited
 * @param epss the highest
 * @param workloads that run it, of those that may be seen
 */
public record VulnerableImageRow(
        String digest,
        List<String> names,
        String operatingSystem,
        @Nullable Instant builtAt,
        Instant scannedAt,
        boolean complete,
        int packages,
        int unspoken,
        SeverityCounts counts,
        int fixable,
        int fixableHigh,
        int exploited,
        @Nullable Double epss,
        int workloads,
        Instant countedAt) {}
