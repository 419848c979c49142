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

    /** A feed may lose a fifth of its entries; below so many it may shrink as it likes. */
    private static final int SMALL = 20;

    private static final double KEPT = 0.8;

    /** Of its entries a twentieth may be unreadable: publishers make mistakes, but a broken file is none of a few. */
    private static final double UNREADABLE = 0.05;

    /**
     * Judges a feed.
     *
     * @param before {@code null} = there was none
     * @param longestAge how old its newest entry may be
     */
    public static FeedJudgement of(Feed feed, @Nullable Before before, Duration longestAge, Instant asOf) {
        long entries = feed.entries() + feed.signals();
        if (entries == 0) {
            String first = feed.problems().isEmpty()
                    ? ""
                    : ": " + feed.problems().getFirst().reason();
            return new FeedJudgement(State.REFUSED, "Not one entry of it can be read" + first + ".");
        }
        if (feed.problemCount() > Math.max(1, entries * UNREADABLE)) {
            return new FeedJudgement(
                    State.REFUSED, feed.problemCount() + " of its entries cannot be read, " + entries + " can.");
        }
        if (before != null && before.entries() >= SMALL && entries < before.entries() * KEPT) {
            return new FeedJudgement(
                    State.REFUSED,
                    "It shrank from " + before.entries() + " entries to " + entries + ", by more than 20 %.");
        }
        Instant newest = feed.newest();
        if (before != null && before.newest() != null && newest != null && newest.isBefore(before.newest())) {
            return new FeedJudgement(
                    State.DOUBTFUL, "Its newest entry is of " + newest + ", older than that of what was there.");
        }
        if (newest != null && newest.isBefore(asOf.minus(longestAge))) {
            return new FeedJudgement(
                    State.DOUBTFUL,
                    "Its newest entry is of " + newest + ", older than the " + longestAge.toDays()
                            + " days that are allowed.");
        }
        if (feed.problemCount() > 0) {
            return new FeedJudgement(State.DOUBTFUL, feed.problemCount() + " of its entries cannot be read.");
        }
        return new FeedJudgement(State.SOUND, "");
    }
}
