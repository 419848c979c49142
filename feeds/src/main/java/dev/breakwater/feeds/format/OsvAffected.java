package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.Applicability;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.Matcher;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.engine.vulnerability.ecosystem.Ecosystem;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import java.util.ArrayList;
import java.util.List;

/** The packages of an OSV document. Ranges of commits are left out: nobody knows the commit of an installed package. */
final class OsvAffected {

    private static final int MOST_PACKAGES = 50_000;
    private static final int MOST_VERSIONS = 50_000;
    private static final int LONGEST_NAME = 500;

    private OsvAffected() {}

    static List<Affected> read(Tree document, Told told) throws MalformedDocument {
        if (document.has("affected") && !document.get("affected").isList()) {
            throw new MalformedDocument("the field affected is no list");
        }
        List<Tree> packages = document.items("affected");
        if (packages.size() > MOST_PACKAGES) {
            throw new MalformedDocument("speaks of more than " + MOST_PACKAGES + " packages");
        }
        List<Affected> all = new ArrayList<>(packages.size());
        for (Tree one : packages) {
            String word = one.get("package").text("ecosystem");
            String name = one.get("package").text("name");
            if (word.isEmpty() || name.isEmpty() || word.equals("GIT")) {
                continue;
            }
            if (name.length() > LONGEST_NAME || word.length() > LONGEST_NAME) {
                throw new MalformedDocument("the name of a package has more than " + LONGEST_NAME + " characters");
            }
            Ecosystem ecosystem = Ecosystem.of(word);
            told.speaksFor(ecosystem.word());
            if (told.wants(ecosystem.word(), ecosystem.normalised(name))) {
                all.add(affected(one, ecosystem, ecosystem.normalised(name)));
            }
        }
        return all;
    }

    /** Whether any package of an ecosystem is named. */
    static boolean namesPackages(Tree document) {
        return document.items("affected").stream()
                .anyMatch(one -> !one.get("package").text("name").isEmpty());
    }

    private static Affected affected(Tree one, Ecosystem ecosystem, String name) throws MalformedDocument {
        VersionScheme scheme = ecosystem.scheme();
        List<VersionRange> ranges = new ArrayList<>();
        for (Tree range : one.items("ranges")) {
            if (!range.text("type").equals("GIT")) {
                ranges.addAll(OsvEvents.ranges(range, scheme));
            }
        }
        List<String> versions = one.texts("versions");
        if (versions.size() > MOST_VERSIONS) {
            throw new MalformedDocument("lists more than " + MOST_VERSIONS + " versions of a package");
        }
        boolean fixed = ranges.stream().anyMatch(range -> !range.fixed().isEmpty());
        boolean open = ranges.stream().anyMatch(range -> range.fixed().isEmpty());
        if (!fixed) {
            ranges = bounded(ranges, one.get("database_specific").text("last_known_affected_version_range"));
        }
        FixState state = fixed ? FixState.FIXED : open ? FixState.NOT_FIXED : FixState.UNKNOWN;
        List<String> listed = beyond(ecosystem.word(), ranges, versions);
        return new Affected(ecosystem.word(), name, ranges, listed, state, OsvRating.ofAffected(one));
    }

    /** Listed versions that no range holds: the others say nothing new, and would be most of the weight of a feed. */
    private static List<String> beyond(String ecosystem, List<VersionRange> ranges, List<String> versions) {
        Affected ranged = new Affected(ecosystem, "", ranges, List.of(), FixState.UNKNOWN, null);
        return versions.stream()
                .filter(one -> one.length() <= VersionScheme.LONGEST)
                .filter(one -> ranges.isEmpty() || Matcher.judge(one, ranged).applicability() != Applicability.AFFECTED)
                .toList();
    }

    /** GitHub's advisories tell the end of a range that nobody has mended beside it: {@code < 4.0.0}, {@code <= 1.2}. */
    private static List<VersionRange> bounded(List<VersionRange> ranges, String lastKnown) {
        if (ranges.size() != 1 || !ranges.getFirst().lastAffected().isEmpty()) {
            return ranges;
        }
        String introduced = ranges.getFirst().introduced();
        if (lastKnown.startsWith("<= ")) {
            return List.of(
                    new VersionRange(introduced, "", lastKnown.substring(3).strip()));
        }
        // An end without a fix: the state NOT_FIXED of the package keeps it from being shown as one.
        return lastKnown.startsWith("< ")
                ? List.of(new VersionRange(introduced, lastKnown.substring(2).strip(), ""))
                : ranges;
    }
}
