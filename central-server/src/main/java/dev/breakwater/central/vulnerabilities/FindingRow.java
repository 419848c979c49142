package dev.breakwater.central.vulnerabilities;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Vulnerability.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vulnerability of a package of an image, where it runs.
 *
 * @param id of the row
 * @param state what people decided of it there
 * @param since when it was there first: the package was known to have it, and the workload and its image were known
 */
public record FindingRow(
        String id, Place workload, String image, String digest, PackageFinding finding, State state, Instant since) {

    /** Where it runs. */
    public record Place(
            UUID id, UUID clusterId, String cluster, String namespace, String kind, String name, String team) {}

    /**
     * A vulnerability of a package.
     *
     * @param vulnerability the CVE where there is one
     * @param severityWord the publisher's own
     * @param type such as {@code DEB}
     * @param distribution such as {@code debian:12}, empty = it came with none
     * @param fixedVersion empty = none known
     * @param fixState what the publisher says of a remedy
     * @param undecided why nobody can say whether it is affected, empty = it is
     * @param advisory the id of the advisory that decided, empty = not known
     * @param claimedBy the scanner that claims it where no feed is complete for such packages, empty = a feed says so
     */
    public record PackageFinding(
            String vulnerability,
            Severity severity,
            String severityWord,
            @Nullable Double cvss,
            @Nullable Double epss,
            @Nullable LocalDate knownExploitedSince,
            int packageId,
            String name,
            String version,
            String type,
            String distribution,
            String purl,
            String fixedVersion,
            String fixState,
            String undecided,
            String advisory,
            String claimedBy,
            Instant firstSeenAt,
            @Nullable Instant fixSeenAt,
            @Nullable Instant publishedAt) {}
}
