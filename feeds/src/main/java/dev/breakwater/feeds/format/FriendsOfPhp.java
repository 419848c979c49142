package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.engine.vulnerability.ecosystem.Ecosystem;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import dev.breakwater.feeds.FeedFormat;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An advisory of FriendsOfPHP (github.com/FriendsOfPHP/security-advisories). */
final class FriendsOfPhp implements TreeFormat {

    private static final String COMPOSER = "composer://";

    @Override
    public FeedFormat format() {
        return FeedFormat.FRIENDS_OF_PHP;
    }

    @Override
    public boolean recognises(String fileName, Tree document) {
        return document.text("reference").startsWith(COMPOSER) && document.has("branches");
    }

    @Override
    public void read(String name, Tree document, Told told) throws MalformedDocument {
        Ecosystem ecosystem = Ecosystem.of("Packagist");
        String packageName = ecosystem.normalised(document.text("reference").substring(COMPOSER.length()));
        told.speaksFor(ecosystem.word());
        if (!told.wants(ecosystem.word(), packageName)) {
            return;
        }
        List<VersionRange> ranges = new ArrayList<>();
        Instant newest = null;
        for (String branch : document.get("branches").names()) {
            Tree one = document.get("branches").get(branch);
            VersionSet affected = Constraint.read(String.join(" ", one.texts("versions")), VersionScheme.COMPOSER);
            ranges.addAll(affected.ranges(affected.complement()));
            Instant time = Texts.instant(one.text("time"));
            newest = time != null && (newest == null || time.isAfter(newest)) ? time : newest;
        }
        // The project gives no ids: the file is the advisory.
        String file = name.replaceFirst("\\.ya?ml$", "");
        told.advisory(new Draft("friendsofphp", "FOP:" + file)
                .aliases(document.has("cve") ? List.of(document.text("cve")) : List.of())
                .text(document.text("title"), "")
                .dated(newest, newest)
                .references(List.of(document.text("link")))
                .affects(List.of(new Affected(
                        ecosystem.word(),
                        packageName,
                        ranges,
                        List.of(),
                        ranges.stream().anyMatch(range -> !range.mendedBy().isEmpty())
                                ? FixState.FIXED
                                : FixState.NOT_FIXED,
                        null)))
                .advisory());
    }
}
