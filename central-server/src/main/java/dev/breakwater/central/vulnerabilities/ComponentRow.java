package dev.breakwater.central.vulnerabilities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A package in a version in which something is found.
 *
 * @param type such as {@code DEB}
 * @param distribution such as {@code debian:12}, empty = it came with none
 * @param epss the highest
 * @param counts of those that count: what was put off or dismissed wherever it runs is apart
 * @param deferred vulnerabilities that were put off wherever it runs
 * @param falsePositive vulnerabilities that do not apply, by a decision or a supplier
 * @param images that have it, of those that may be seen
 */
public record ComponentRow(
        int packageId,
        String name,
        String version,
        String type,
        String distribution,
        String purl,
        SeverityCounts counts,
        int fixable,
        int exploited,
        @Nullable Double epss,
        int deferred,
        int falsePositive,
        int images,
        Instant countedAt) {}
