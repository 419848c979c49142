package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.VulnerabilityIds;
import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The Open Source Vulnerability format (ossf.github.io/osv-schema), of whichever ecosystem. */
final class OsvFormat implements TreeFormat {

    private static final int MOST_NAMES = 2_000;
    private static final int LONGEST_ID = 200;

    @Override
    public FeedFormat format() {
        return FeedFormat.OSV;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return document.has("id")
                && document.has("modified")
                && (document.has("affected")
                        || document.has("withdrawn")
                        || document.has("schema_version")
                        || document.has("aliases"));
    }

    @Override
    public void read(String name, Tree document, Told told) throws MalformedDocument {
        String id = document.text("id").strip();
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new MalformedDocument("the field id is missing, empty or longer than " + LONGEST_ID + " characters");
        }
        Instant modified = Texts.instant(document.text("modified"));
        if (modified == null) {
            throw new MalformedDocument("the field modified is no date: '" + document.text("modified") + "'");
        }
        Instant published = Texts.instant(document.text("published"));
        Names names = names(document, id);
        if (names.named() == 0 && Publishers.isBugFix(id)) {
            told.noVulnerability();
            return;
        }
        List<Affected> affected = OsvAffected.read(document, told);
        if (affected.isEmpty() && OsvAffected.namesPackages(document) && told.isSelective()) {
            told.asOf(modified);
            if (published != null) {
                told.asOf(published);
            }
            return;
        }
        String ecosystem = affected.isEmpty() ? "" : affected.getFirst().ecosystem();
        OsvRating rating = OsvRating.of(document, id);
        String details = document.text("details");
        told.advisory(new Advisory(
                id,
                names.aliases(),
                names.mends(),
                Publishers.of(id, ecosystem),
                rating.severity(),
                rating.word(),
                rating.cvss(),
                rating.vector(),
                Texts.summary(document.text("summary"), details),
                Texts.details(details),
                published,
                modified,
                Texts.instant(document.text("withdrawn")),
                isDisputed(document, details),
                references(document),
                affected));
    }

    private record Names(List<String> aliases, List<String> mends) {

        int named() {
            return aliases.size() + mends.size();
        }
    }

    /** What an erratum mends is told as upstream, by older publishers as related; of what is no erratum, related is something else. */
    private static Names names(Tree document, String id) throws MalformedDocument {
        Set<String> aliases = new LinkedHashSet<>(document.texts("aliases"));
        Set<String> mended = new LinkedHashSet<>();
        document.texts("upstream").stream().map(OsvFormat::original).forEach(mended::add);
        if (Publishers.isErratum(id) && mended.isEmpty()) {
            document.texts("related").stream().filter(VulnerabilityIds::isCve).forEach(mended::add);
        }
        if (mended.size() == 1 || !Publishers.isErratum(id)) {
            aliases.addAll(mended);
            mended.clear();
        }
        aliases.remove(id);
        if (aliases.size() + mended.size() > MOST_NAMES) {
            throw new MalformedDocument("has more than " + MOST_NAMES + " aliases");
        }
        return new Names(bounded(aliases), bounded(mended));
    }

    private static List<String> bounded(Set<String> names) {
        return names.stream().filter(name -> name.length() <= LONGEST_ID).toList();
    }

    /** {@code UBUNTU-CVE-2021-3782} is Ubuntu's page of CVE-2021-3782. */
    private static String original(String id) {
        int cve = id.indexOf("-CVE-");
        return cve > 0 && id.indexOf('-') == cve ? id.substring(cve + 1) : id;
    }

    private static boolean isDisputed(Tree document, String details) {
        return details.startsWith("** DISPUTED **") || document.text("summary").startsWith("** DISPUTED **");
    }

    private static List<String> references(Tree document) {
        List<String> addresses = new ArrayList<>();
        document.items("references").forEach(one -> addresses.add(one.text("url")));
        return Texts.references(addresses);
    }
}
