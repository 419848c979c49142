package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.vulnerabilities.FindingRow.PackageFinding;
import java.util.List;

/**
 * A vulnerability of a package of an image, wherever it runs.
 *
 * @param id of the row
 * @param digest of the image
 * @param claims which other scanners claim it, too, in their latest reports of the image
 * @param observed workloads that run the image and in which it counts, of those that may be seen
 * @param deferred in which it is put off
 * @param falsePositive in which it does not apply
 */
public record ImageFindingRow(
        String id,
        String digest,
        PackageFinding finding,
        List<FindingClaim> claims,
        int observed,
        int deferred,
        int falsePositive) {}
