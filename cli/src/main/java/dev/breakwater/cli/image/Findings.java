package dev.breakwater.cli.image;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.AdvisoryIndex;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.engine.vulnerability.Match;
import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scan found.
 *
 * @param matches those that are certain first, the worst first among them; empty without feeds, which then says nothing
 * @param unspoken packages of which no feed speaks that is new enough: what they have is unknown
 * @param outdated those among them of which an old feed speaks
 * @param feeds what was read to match with, empty = nothing
 * @param old those among them whose newest entry is older than it may be
 */
public record Findings(
        ImageContents contents,
        List<Match> matches,
        List<InstalledPackage> unspoken,
        List<InstalledPackage> outdated,
        ExploitSignals signals,
        List<Feed> feeds,
        List<Feed> old) {

    /** What is exploited, or likely to be, goes before what is as severe. */
    private static Comparator<Match> worstFirst(ExploitSignals signals) {
        return Comparator.<Match>comparingInt(match -> match.isCertain() ? 0 : 1)
                .thenComparingInt(match -> -rank(match.severity()))
                .thenComparingInt(match -> signals.exploitedOf(match).isPresent() ? 0 : 1)
                .thenComparingDouble(match -> -signals.epssOf(match)
                        .map(ExploitSignals.Epss::probability)
                        .orElse(0.0))
                .thenComparing(match -> match.installed().name())
                .thenComparing(match -> match.installed().version())
                .thenComparing(match -> match.installed().path())
                .thenComparing(Match::id);
    }

    /**
     * Matches contents with a folder of feeds.
     *
     * @param folder {@code null} = no feeds
     * @param age when it is, and how old the newest entry of a feed may be
     * @throws IOException if the folder cannot be read
     */
    public static Findings of(ImageContents contents, @Nullable Path folder, FeedFolder.Age age) throws IOException {
        if (folder == null) {
            return new Findings(
                    contents, List.of(), contents.packages(), List.of(), ExploitSignals.NONE, List.of(), List.of());
        }
        FeedFolder.Answer answer = FeedFolder.open(folder).match(contents, age);
        AdvisoryIndex.Answer found = answer.found();
        return new Findings(
                contents,
                found.matches().stream().sorted(worstFirst(answer.signals())).toList(),
                found.unspoken(),
                found.outdated(),
                answer.signals(),
                answer.feeds(),
                answer.feeds().stream()
                        .filter(feed -> feed.isOlderThan(age.longest(), age.asOf()))
                        .toList());
    }

    /** What is not known of packages since no feed speaks of them, or none that is new enough; one sentence each. */
    List<String> unknowns() {
        List<String> sentences = new ArrayList<>();
        int none = unspoken.size() - outdated.size();
        if (none > 0) {
            sentences.add(packages(none) + " of which no feed speaks: their vulnerabilities are unknown.");
        }
        if (!outdated.isEmpty()) {
            sentences.add(
                    packages(outdated.size()) + " of which only old feeds speak: what was published since is unknown.");
        }
        return sentences;
    }

    /** Which feeds do not know what came since, one sentence each. */
    List<String> ages() {
        return old.stream()
                .map(feed -> "feed " + feed.name() + " is old: its newest entry is of " + feed.newest())
                .toList();
    }

    /** Those of which it is certain that the version that is installed has them. */
    public List<Match> certain() {
        return matches.stream().filter(Match::isCertain).toList();
    }

    /** Those of which nobody can say whether the version that is installed has them: unknown, not clean. */
    public List<Match> undecided() {
        return matches.stream().filter(match -> !match.isCertain()).toList();
    }

    private static String packages(int number) {
        return number + (number == 1 ? " package" : " packages");
    }

    /** Whether all was read that was to be read, of the image and of the feeds. */
    public boolean isComplete() {
        return contents.isComplete() && !feeds.isEmpty() && feeds.stream().allMatch(Feed::isReadable);
    }

    /** Whether no feed speaks of any package there is: that nothing was found then says nothing. */
    public boolean isNothingJudged() {
        return !contents.packages().isEmpty()
                && unspoken.size() >= contents.packages().size();
    }

    /** Whether of a package nobody can say what it has: no feed speaks of it that is new enough, or its version cannot be compared. */
    public boolean isUnknownInPart() {
        return !unspoken.isEmpty() || matches.stream().anyMatch(match -> !match.isCertain());
    }

    private static int rank(Severity severity) {
        return severity == Severity.UNKNOWN ? -1 : severity.ordinal();
    }
}
