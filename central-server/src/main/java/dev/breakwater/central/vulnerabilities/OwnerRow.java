package dev.breakwater.central.vulnerabilities;

/**
 * A team, and how much is wrong with what it runs.
 *
 * @param team empty = nobody is known to own these workloads
 * @param platform whether the row is of its workloads that are part of the platform; those of users are a row of their own
 * @param workloads of its, of those that may be seen
 * @param affected those of them in which something counts
 * @param counts what counts, added up over its workloads: one that several have counts in each
 */
public record OwnerRow(
        String team,
        boolean platform,
        int workloads,
        int affected,
        SeverityCounts counts,
        int fixable,
        int fixableHigh,
        int exploited) {}
