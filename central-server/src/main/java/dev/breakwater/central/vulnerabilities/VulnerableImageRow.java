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
 * @param unspoken packages that no feed in use speaks for which is new enough: what they have is unknown
 * @param outdated those of them that an old feed speaks for: what was published since is unknown
 * @param counts of those that count: what was put off or dismissed wherever the image runs is apart
 * @param fixable vulnerabilities that a version mends
 * @param fixableHigh those of them that are high or critical
 * @param exploited vulnerabilities that are known to be exploited
 * @param epss the highest
 * @param deferred vulnerabilities that were put off wherever the image runs
 * @param falsePositive vulnerabilities that do not apply, by a decision or a supplier
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
        int outdated,
        SeverityCounts counts,
        int fixable,
        int fixableHigh,
        int exploited,
        @Nullable Double epss,
        int deferred,
        int falsePositive,
        int workloads,
        Instant countedAt) {}
