package dev.breakwater.central.vulnerabilities;

import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other scanners say of an image, held against what is found here.
 *
 * @param digest of the image
 * @param reports the latest of each scanner
 * @param unconfirmed what they claim and no feed says here, the gravest first, at most {@link #MOST}
 * @param more how many of those are left out
 */
public record ImageClaims(String digest, List<Report> reports, List<Unconfirmed> unconfirmed, int more) {

    /** Claims that are told at once. */
    public static final int MOST = 1_000;

    /** What becomes of a claim that no feed confirms. */
    public enum State {
        /** No feed is complete for such packages, or only one that is far smaller than such feeds are: it counts like a finding. */
        COUNTS,
        /** A feed of the usual size that is complete for such packages does not say so: it is shown, and does not count. */
        CLAIMED,
        /** A look of our own did not find the package in the image: it is shown, and does not count. */
        NOT_INSTALLED,
        /** The package was not held against the advisories yet. */
        WAITS
    }

    /**
     * The latest report of a scanner.
     *
     * @param scanner its name without a version
     * @param program with its version
     * @param madeAt when it was written, or brought where it does not say
     * @param claims vulnerabilities of packages that it claims
     * @param unread claims that were left out, because what they name cannot be the id of a vulnerability
     * @param confirmed how many of its claims feeds say here, too
     * @param unclaimed what is found here in the image and it does not claim, counted by vulnerability and package
     */
    public record Report(
            String scanner,
            String program,
            String format,
            Instant madeAt,
            Instant broughtAt,
            int claims,
            int unread,
            int confirmed,
            int unclaimed) {}

    /**
     * A claim that no feed confirms.
     *
     * @param named the id that the scanner gives it
     * @param severityWord the scanner's own
     * @param type sort of the package, such as {@code DEB}
     * @param fixedVersion empty = none named
     * @param programs who claims it
     * @param madeAt the latest of them
     */
    public record Unconfirmed(
            String vulnerability,
            String named,
            Severity severity,
            String severityWord,
            @Nullable Double cvss,
            String type,
            String name,
            String version,
            String fixedVersion,
            String fixState,
            State state,
            List<String> programs,
            Instant madeAt) {}
}
