package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.nodes.EvidenceState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much is wrong with what is installed on a node, and how far that is known.
 *
 * @param known whether all of it is known; only then does nothing found say something
 * @param reasons why not all is known, in sentences
 * @param packages that are installed
 * @param unspoken packages that no feed in use speaks for
 * @param waiting packages that no advisory was held against yet
 * @param counts what counts: neither put off, nor not applying, nor only in a kernel that does not run
 * @param fixable of those, how many a version mends
 * @param fixableHigh of those, how many are high or critical
 * @param exploited of those that count, how many are known to be exploited
 * @param epss the highest probability among those that count, {@code null} = none has one
 * @param notRunning only in kernels that are installed and do not run
 * @param kernel that runs, empty = not told
 * @param kernelFound whether it belongs to an installed package; one that does not is not matched
 * @param countedAt {@code null} = not yet
 */
public record NodeFindings(
        UUID nodeId,
        boolean known,
        List<String> reasons,
        EvidenceState evidence,
        int packages,
        int unspoken,
        int waiting,
        SeverityCounts counts,
        int fixable,
        int fixableHigh,
        int exploited,
        @Nullable Double epss,
        int deferred,
        int falsePositive,
        int notRunning,
        String kernel,
        boolean kernelFound,
        @Nullable Instant countedAt) {

    public NodeFindings {
        reasons = List.copyOf(reasons);
    }
}
