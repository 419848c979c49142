package dev.breakwater.central.vulnerabilities.internal.match;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A vulnerability of a package.
 *
 * @param severity as a number of {@code platform.Severities}
 * @param fixedVersion empty = none known
 * @param fixState name of an {@code engine.vulnerability.FixState}
 * @param undecided why nobody can say whether the package is affected, empty = it is
 * @param advisory the row that decided, {@code null} = not known
 * @param claimedBy the scanner that claims it where no feed says so, empty = a feed does
 */
record Finding(
        int packageId,
        int vulnerabilityId,
        int severity,
        String severityWord,
        @Nullable Double cvss,
        String fixedVersion,
        String fixState,
        String undecided,
        @Nullable Integer advisory,
        String claimedBy) {

    /** Whether it says the same; which advisory said so does not matter. */
    boolean sameAs(Finding other) {
        return severity == other.severity
                && severityWord.equals(other.severityWord)
                && Objects.equals(cvss, other.cvss)
                && fixedVersion.equals(other.fixedVersion)
                && fixState.equals(other.fixState)
                && undecided.equals(other.undecided)
                && claimedBy.equals(other.claimedBy);
    }
}
