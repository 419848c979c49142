package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.ExploitSignals.KnownExploited;
import dev.breakwater.engine.vulnerability.VulnerabilityIds;
import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.Tree;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The catalogue of known exploited vulnerabilities of CISA (cisa.gov/known-exploited-vulnerabilities-catalog). */
final class KevFormat implements TreeFormat {

    private static final int LONGEST_ACTION = 2_000;

    @Override
    public FeedFormat format() {
        return FeedFormat.KEV;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return isEntry(document)
                || (document.has("catalogVersion")
                        && document.get("vulnerabilities").isList());
    }

    private static boolean isEntry(Tree document) {
        return document.has("cveID") && document.has("dateAdded");
    }

    @Override
    public void read(String name, Tree document, Told told) {
        Instant released = Texts.instant(document.text("dateReleased"));
        if (released != null) {
            told.asOf(released);
        }
        if (isEntry(document)) {
            entry(document, told);
        }
        document.items("vulnerabilities").forEach(item -> entry(item, told));
    }

    private static void entry(Tree item, Told told) {
        String cve = item.text("cveID").strip();
        LocalDate added = date(item.text("dateAdded"));
        if (!VulnerabilityIds.isCve(cve) || added == null) {
            told.malformed(cve, "needs a CVE as cveID and a date as dateAdded");
            return;
        }
        String action = item.text("requiredAction");
        told.exploited(
                cve,
                new KnownExploited(
                        added,
                        date(item.text("dueDate")),
                        item.text("knownRansomwareCampaignUse").equalsIgnoreCase("known"),
                        action.length() <= LONGEST_ACTION ? action : action.substring(0, LONGEST_ACTION)));
    }

    private static @Nullable LocalDate date(String text) {
        Instant instant = Texts.instant(text);
        return instant == null ? null : instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
