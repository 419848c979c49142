package dev.breakwater.central.reporting.internal.evidence;

import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportSeal;
import dev.breakwater.central.reporting.ReportedWorkloads;
import dev.breakwater.central.reporting.internal.oscal.ComplianceGroups;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.Sealing;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs which files a report is made of, and what it stands on: versions of product, standards and feeds, and for compliance a digest
 * of the evidence of each standard in each cluster.
 */
@Component
class SignedManifest implements ReportSeal {

    private final Sealing sealing;
    private final SigningKeys keys;
    private final SealedDays days;
    private final Feeds feeds;
    private final ComplianceGroups groups;

    SignedManifest(Sealing sealing, SigningKeys keys, SealedDays days, Feeds feeds, ComplianceGroups groups) {
        this.sealing = sealing;
        this.keys = keys;
        this.days = days;
        this.feeds = feeds;
        this.groups = groups;
    }

    /** As when it is made: the manifest names the same, unless a day is closed or the key rotated meanwhile. */
    @Override
    public List<Map.Entry<String, String>> facts() {
        Manifest.Head head = days.head();
        return List.of(
                Map.entry("Signed by", keys.current().fingerprint()),
                Map.entry("Chain of days", head.day() + " " + head.hash()),
                Map.entry("Verify with", "bwctl report verify BUNDLE --key FINGERPRINT"));
    }

    @Override
    public List<Seal> seal(ReportContext context, List<RenderedFile> files) throws IOException {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("breakwater", context.version());
        feeds.list().forEach(feed -> versions.put("feed " + feed.name(), told(feed)));
        List<Manifest.Evidence> evidence = new ArrayList<>();
        if (context.definition().report().kind() == ReportKind.COMPLIANCE) {
            groups.each(context, (standard, cell, controls) -> {
                versions.put("standard " + standard.id(), standard.version());
                evidence.add(new Manifest.Evidence(standard.id() + " in " + cell.cluster(), digest(controls)));
            });
        }
        Sealing.Sealed sealed = sealing.seal(new Sealing.Wanted(
                report(context),
                context.asOf(),
                versions,
                evidence,
                files.stream().map(RenderedFile::file).map(SignedManifest::part).toList()));
        return List.of(
                new Seal(Manifest.NAME, "application/json", sealed.manifest()),
                new Seal(Manifest.SIGNATURE, "application/json", sealed.seal().bytes()));
    }

    private static Manifest.Report report(ReportContext context) {
        ReportDraft draft = context.definition().report();
        String clusters = draft.clusters().isEmpty()
                ? "all clusters that " + context.definition().author() + " may see"
                : "the clusters " + String.join(", ", draft.clusters());
        return new Manifest.Report(
                context.job().id().toString(),
                context.definition().id().toString(),
                draft.name(),
                draft.kind().name(),
                clusters
                        + (draft.q().isBlank() ? "" : ", filtered by " + draft.q())
                        + (draft.kind().tellsPlatform()
                                ? ", " + ReportedWorkloads.words(FilterExpression.parse(context.q()))
                                : ""));
    }

    private static Manifest.Part part(ReportFile file) {
        return new Manifest.Part(file.name(), file.size(), file.sha256());
    }

    private static String told(FeedRow feed) {
        return (feed.asOf() == null ? "never taken" : "as of " + feed.asOf()) + ", " + feed.entries() + " entries, "
                + feed.state();
    }

    /** SHA-256 over the results in JSON, one a line, in the order of the standard. */
    private static String digest(List<ControlResult> controls) {
        MessageDigest digest = Digests.begin();
        for (ControlResult control : controls) {
            digest.update(JsonMapper.shared().writeValueAsBytes(control));
            digest.update((byte) '\n');
        }
        return Digests.hex(digest.digest());
    }
}
