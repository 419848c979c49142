package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.KnownFindings.Decided;
import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins a content with what is known to be wrong with its packages. */
final class ScanOfContent {

    private static final Observed<List<Vulnerability>> NO_FEED = Observed.unknown(
            UnknownReason.NOT_COLLECTED, "No feed of vulnerabilities that speaks for such packages is loaded.");

    private final KeptContent content;
    private final Map<Integer, Observed<List<Vulnerability>>> findings;
    private final Instant goodUntil;

    ScanOfContent(KeptContent content, Map<Integer, Observed<List<Vulnerability>>> findings, Instant goodUntil) {
        this.content = content;
        this.findings = findings;
        this.goodUntil = goodUntil;
    }

    /**
     * The scan as it is where some workload runs the image.
     *
     * @param decided what people decided there, {@code null} = nothing
     */
    ImageScan scan(@Nullable Decided decided) {
        List<ImageScan.InstalledPackage> packages =
                new ArrayList<>(content.packages().size());
        for (int i = 0; i < content.packages().size(); i++) {
            int id = content.packageIds().get(i);
            Observed<List<Vulnerability>> known =
                    findings.getOrDefault(id, NO_FEED).map(all -> here(all, id, decided));
            packages.add(content.packages().get(i).with(known));
        }
        ImageScan.InstalledPackage[] bad = packages.stream()
                .filter(one -> !one.knownVulnerabilities().isEmpty()
                        || !one.vulnerabilities().isKnown())
                .toArray(ImageScan.InstalledPackage[]::new);
        String ofFindings = Assembler.fingerprint(content.image().scan(List.of(bad), goodUntil, ""));
        return content.image().scan(packages, goodUntil, content.fingerprint() + ofFindings);
    }

    private List<Vulnerability> here(List<Vulnerability> all, int packageId, @Nullable Decided decided) {
        return all.isEmpty()
                ? all
                : all.stream().map(one -> here(one, packageId, decided)).toList();
    }

    private Vulnerability here(Vulnerability one, int packageId, @Nullable Decided decided) {
        Vulnerability.Context context = one.context();
        Vulnerability.State state = decided == null ? context.state() : decided.of(content.id(), packageId, one.id());
        return new Vulnerability(
                one.id(),
                one.severity(),
                one.cvss(),
                one.fixedBy(),
                one.publishedAt(),
                new Vulnerability.Context(
                        context.nvdCvss(),
                        context.epss(),
                        context.knownExploited(),
                        context.fixAvailableAt(),
                        context.firstSeenInImage() == null ? seenInImage(context) : context.firstSeenInImage(),
                        context.firstSeenInSystem(),
                        state));
    }

    /** It can be seen in an image once both are known, the image's content and the vulnerability. */
    private @Nullable Instant seenInImage(Vulnerability.Context context) {
        Instant known = context.firstSeenInSystem();
        return known == null || known.isAfter(content.firstScannedAt()) ? known : content.firstScannedAt();
    }
}
