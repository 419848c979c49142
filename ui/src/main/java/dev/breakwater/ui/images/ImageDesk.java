package dev.breakwater.ui.images;

import dev.breakwater.central.images.ImageBills;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReport.Installed;
import dev.breakwater.central.images.ImageReport.Layer;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.images.ImageSignatures;
import dev.breakwater.central.images.Scan;
import dev.breakwater.central.images.Scans;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.ImageChange;
import dev.breakwater.central.vulnerabilities.ImageClaims;
import dev.breakwater.central.vulnerabilities.ImageFindingRow;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetails;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.ui.registries.ScanActions;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the page of an image works with, within the rights of the present reader. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
record ImageDesk(
        ImageReports reports,
        ImageSignatures signatures,
        ImageBills bills,
        Vulnerabilities vulnerabilities,
        VulnerabilityDetails details,
        Scans scans,
        ScanActions actions,
        Readers readers,
        Clock clock) {

    ImageReport report(String image) {
        return reports.get(image, readers.scope());
    }

    /** What is known of its signatures. */
    ImageSignatures.Report signature(String image) {
        return signatures.get(image, readers.scope());
    }

    void lookForSignatures(String image) {
        signatures.lookAgain(image);
    }

    boolean isAdministrator() {
        return actions.refusal().isEmpty();
    }

    List<Installed> packages(String image) {
        return reports.packages(image, readers.scope());
    }

    List<Layer> layers(String image) {
        return reports.layers(image, readers.scope());
    }

    List<FoundSecret> secrets(String image) {
        return reports.secrets(image, readers.scope());
    }

    /** What is found in it, by its digest. */
    Page<ImageFindingRow> findings(String digest, ListRequest request) {
        return vulnerabilities.ofImage(digest, request, readers.scope());
    }

    int count(Vulnerabilities.View view, String q) {
        return vulnerabilities.count(view, q, readers.scope());
    }

    /** How many vulnerabilities the findings that match are of. */
    int vulnerabilities(String q) {
        Set<String> found = new HashSet<>();
        vulnerabilities.stream(
                Vulnerabilities.View.PACKAGES,
                q,
                "",
                readers.scope(),
                row -> found.add(((ImageFindingRow) row).finding().vulnerability()));
        return found.size();
    }

    /** Why what is wrong with it changed, by its digest, the newest first. */
    List<ImageChange> changes(String digest) {
        return details.changesOf(digest, readers.scope());
    }

    /** What other scanners claim is wrong with it, by its digest. */
    ImageClaims claims(String digest) {
        return details.claimsOf(digest, readers.scope());
    }

    /** How much is wrong with it; empty = it is not counted yet, or nobody has looked. */
    Optional<VulnerableImageRow> counted(String digest) {
        return vulnerabilities
                .images(
                        new ListRequest(
                                new FilterExpression(List.of())
                                        .and("digest", digest)
                                        .toString(),
                                "",
                                1,
                                null),
                        readers.scope())
                .items()
                .stream()
                .findFirst();
    }

    /** The latest job that looks or looked inside it; empty = there is none any more. */
    Optional<Scan> latest(String digest) {
        return scans
                .list(
                        new ListRequest(
                                new FilterExpression(List.of())
                                        .and("digest", digest)
                                        .toString(),
                                "-createdAt",
                                1,
                                null),
                        readers.scope())
                .items()
                .stream()
                .findFirst();
    }
}
