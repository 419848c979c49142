package dev.breakwater.central.images;

import dev.breakwater.scanner.sbom.ClaimedFinding;
import java.time.Instant;
import java.util.List;

/** Is told of what other scanners claim. An interface of {@code images}, so that {@code vulnerabilities} plugs in. */
public interface ScannerClaims {

    /**
     * Keeps what a report claims in place of what the same scanner claimed before. Called in the transaction that takes the report.
     *
     * @param contentId the content that it is of
     * @throws dev.breakwater.central.platform.InvalidRequest if it has too many claims
     * @throws dev.breakwater.central.platform.Conflict if a newer report of the scanner is kept
     */
    Kept keep(int contentId, Report report);

    /**
     * What a scanner says of an image.
     *
     * @param scanner its name without a version, such as {@code trivy}
     * @param program with its version where it says one
     * @param format such as {@code Trivy report 2}
     * @param claims none = it found nothing
     */
    record Report(String scanner, String program, String format, Instant madeAt, List<ClaimedFinding> claims) {

        public Report {
            claims = List.copyOf(claims);
        }
    }

    /**
     * What became of a report.
     *
     * @param claims how many are kept
     * @param unread how many were left out, because what they name cannot be the id of a vulnerability
     */
    record Kept(int claims, int unread) {

        /** Of a document that claims nothing, such as a bare bill of materials. */
        public static final Kept NOTHING = new Kept(0, 0);
    }
}
