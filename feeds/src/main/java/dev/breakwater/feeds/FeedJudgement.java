package dev.breakwater.feeds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a feed may take the place of what was there of it.
 *
 * @param reason one sentence, empty if it is sound
 */
public record FeedJudgement(State state, String reason) {

    /** What becomes of it. */
    public enum State {
        SOUND,
        /** It is taken, and shown as doubtful. */
        DOUBTFUL,
        /** It is taken, and does not know what came since: it is shown as doubtful, too. */
        OLD,
        /** It is not taken; what was there stays. */
        REFUSED
    }

    /**
     * What was there.
     *
     * @param entries advisories, other entries and signals
     * @param newest when its newest entry was changed, {@code null} = none says
     */
    public record Before(long entries, @Nullable Instant newest) {}

    /**
     * What is measured of a feed, whoever read it.
     *
     * @param entries advisories, other entries and signals that could be read
     * @param unreadable entries that could not
     * @param problem why the first of them could not, empty = there is none
     * @param newest of when its newest entry is, {@code null} = none says
     */
    public record Measured(
            long entries,
            long unreadable,
            String problem,
            @Nullable Instant newest) {}

    /**
     * What a feed has to keep to.
     *
     * @param keepAtLeast the share of its entries that have to be left, 0 to 1
     * @param longestAge how old its newest entry may be
     */
    public record Limits(double keepAtLeast, Duration longestAge) {}

    /** How old a feed is whose entries have no date can only be told from when it came here. */
    public static final String UNDATED = "None of its entries is dated: its age counts from when it came here.";

    /** What is older than so many days does not know what came since, unless somebody says otherwise. */
    public static final Duration LONGEST_AGE = Duration.ofDays(30);

    /** A feed may lose a fifth of its entries. */
    public static final double KEPT = 0.8;

    /** Below so many it may shrink as it likes. */
    private static final int SMALL = 20;

    /** Of its entries a fifth may be unreadable: publishers make mistakes, but a broken file is none of a few. */
    private static final double UNREADABLE = 0.2;

    /**
     * Judges a feed.
     *
     * @param before {@code null} = there was none
     * @param longestAge how old its newest entry may be
     */
    public static FeedJudgement of(Feed feed, @Nullable Before before, Duration longestAge, Instant asOf) {
        String first =
                feed.problems().isEmpty() ? "" : feed.problems().getFirst().reason();
        return of(
                new Measured(feed.entries() + feed.signals(), feed.problemCount(), first, feed.newest()),
                before,
                new Limits(KEPT, longestAge),
                asOf);
    }

    /**
     * Judges a feed by what was measured of it: the one set of rules, for folders and for central.
     *
     * @param before {@code null} = there was none
     */
    public static FeedJudgement of(Measured feed, @Nullable Before before, Limits limits, Instant asOf) {
        if (feed.entries() == 0) {
            String first = feed.problem().isEmpty() ? "" : ": " + feed.problem();
            return new FeedJudgement(State.REFUSED, "Not one entry of it can be read" + first + ".");
        }
        if (feed.unreadable() > Math.max(1, feed.entries() * UNREADABLE)) {
            return new FeedJudgement(
                    State.REFUSED, feed.unreadable() + " of its entries cannot be read, " + feed.entries() + " can.");
        }
        if (before != null && before.entries() >= SMALL && feed.entries() < before.entries() * limits.keepAtLeast()) {
            return new FeedJudgement(
                    State.REFUSED,
                    "It shrank from " + before.entries() + " entries to " + feed.entries() + "; at least "
                            + Math.round(limits.keepAtLeast() * 100) + " % have to be left.");
        }
        Instant newest = FeedAge.believed(feed.newest(), asOf);
        if (before != null && before.newest() != null && newest != null && newest.isBefore(before.newest())) {
            return new FeedJudgement(
                    State.REFUSED,
                    "Its newest entry is of " + newest + ", older than that of what is in use (" + before.newest()
                            + ").");
        }
        if (newest != null && newest.isBefore(asOf.minus(limits.longestAge()))) {
            return new FeedJudgement(
                    State.OLD,
                    "Its newest entry is of " + newest + ", older than the "
                            + limits.longestAge().toDays() + " days that are allowed.");
        }
        if (feed.unreadable() > 0) {
            return new FeedJudgement(State.DOUBTFUL, feed.unreadable() + " of its entries cannot be read.");
        }
        if (newest == null) {
            return new FeedJudgement(State.DOUBTFUL, UNDATED);
        }
        return new FeedJudgement(State.SOUND, "");
    }
}
