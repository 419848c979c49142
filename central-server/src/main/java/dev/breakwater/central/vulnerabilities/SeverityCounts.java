package dev.breakwater.central.vulnerabilities;

/** How many vulnerabilities of each severity, each counted once. */
public record SeverityCounts(int critical, int high, int medium, int low, int unknown) {

    /** All of them. */
    public int total() {
        return critical + high + medium + low + unknown;
    }
}
