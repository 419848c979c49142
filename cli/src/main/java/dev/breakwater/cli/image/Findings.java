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
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scan found.
 *
 * @param matches worst first; empty without feeds, which then says nothing
 * @param unspoken packages of which no feed speaks: what they have is unknown
 * @param feeds what was read to match with, empty = nothing
 */
public record Findings(
        ImageContents contents,
        List<Match> matches,
        List<InstalledPackage> unspoken,
        ExploitSignals signals,
        List<Feed> feeds) {

    private static final Comparator<Match> WORST_FIRST = Comparator.<Match>comparingInt(
                    match -> -rank(match.severity()))
            .thenComparing(match -> match.installed().name())
            .thenComparing(match -> match.installed().version())
            .thenComparing(match -> match.installed().path())
            .thenComparing(Match::id);

    /**
     * Matches contents with a folder of feeds.
     *
     * @param folder {@code null} = no feeds
     * @throws IOException if the folder cannot be read
     */
    public static Findings of(ImageContents contents, @Nullable Path folder) throws IOException {
        if (folder == null) {
            return new Findings(contents, List.of(), contents.packages(), ExploitSignals.NONE, List.of());
        }
        FeedFolder.Answer answer = FeedFolder.open(folder).match(contents);
        AdvisoryIndex.Answer found = answer.found();
        return new Findings(
                contents,
                found.matches().stream().sorted(WORST_FIRST).toList(),
                found.unspoken(),
                answer.signals(),
                answer.feeds());
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

    private static int rank(Severity severity) {
        return severity == Severity.UNKNOWN ? -1 : severity.ordinal();
    }
}
