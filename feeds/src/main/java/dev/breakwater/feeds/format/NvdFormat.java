package dev.breakwater.feeds.format;

import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers of the NVD's API 2.0 (nvd.nist.gov/developers/vulnerabilities): opinions of severity, which speak of no package here. */
final class NvdFormat implements TreeFormat {

    /** Best first, as {@link Score#preferred}. */
    private static final List<String> METRICS =
            List.of("cvssMetricV31", "cvssMetricV30", "cvssMetricV40", "cvssMetricV2");

    @Override
    public FeedFormat format() {
        return FeedFormat.NVD;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return isEntry(document)
                || document.items("vulnerabilities").stream().limit(1).anyMatch(NvdFormat::isEntry);
    }

    private static boolean isEntry(Tree item) {
        return item.get("cve").has("id") && item.get("cve").has("vulnStatus");
    }

    @Override
    public void read(String name, Tree document, Told told) {
        if (isEntry(document)) {
            entry(document, told);
        }
        document.items("vulnerabilities").forEach(item -> entry(item, told));
    }

    private static void entry(Tree item, Told told) {
        Tree cve = item.get("cve");
        String id = cve.text("id");
        if (id.isEmpty()) {
            told.malformed("", "an entry has no id");
            return;
        }
        Instant modified = Texts.instant(cve.text("lastModified"));
        String description = cve.items("descriptions").stream()
                .filter(one -> one.text("lang").equals("en"))
                .map(one -> one.text("value"))
                .findFirst()
                .orElse("");
        boolean disputed =
                cve.items("cveTags").stream().anyMatch(one -> one.texts("tags").contains("disputed"));
        told.advisory(new Draft("nvd", id)
                .text("", description)
                .score(score(cve.get("metrics")))
                .dated(Texts.instant(cve.text("published")), modified)
                .withdrawn(
                        cve.text("vulnStatus").equals("Rejected")
                                ? (modified == null ? Instant.EPOCH : modified)
                                : null)
                .disputed(disputed)
                .references(cve.items("references").stream()
                        .map(one -> one.text("url"))
                        .toList())
                .advisory());
    }

    /** The NVD's own rating before that of others. */
    private static Optional<Score> score(Tree metrics) {
        for (String version : METRICS) {
            List<Tree> ratings = metrics.items(version);
            Optional<Score> own = ratings.stream()
                    .filter(one -> one.text("type").equals("Primary"))
                    .flatMap(one -> vector(one).stream())
                    .findFirst();
            Optional<Score> any = own.isPresent()
                    ? own
                    : ratings.stream().flatMap(one -> vector(one).stream()).findFirst();
            if (any.isPresent()) {
                return any;
            }
        }
        return Optional.empty();
    }

    private static Optional<Score> vector(Tree rating) {
        return Score.of(rating.get("cvssData").text("vectorString"));
    }
}
