package dev.breakwater.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.feeds.FeedJudgement.Before;
import dev.breakwater.feeds.FeedJudgement.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedJudgementTest {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Instant FRESH = NOW.minus(Duration.ofDays(1));

    @Test
    void refusesAFeedThatShrankByMoreThanAFifth() {
        Before before = new Before(1000, FRESH);

        assertThat(judged(feed(800, 0, FRESH), before).state()).isEqualTo(State.SOUND);
        assertThat(judged(feed(799, 0, FRESH), before).state()).isEqualTo(State.REFUSED);
        assertThat(judged(feed(799, 0, FRESH), before).reason()).contains("1000", "799");
        assertThat(judged(feed(1, 0, FRESH), new Before(19, FRESH)).state()).isEqualTo(State.SOUND);
    }

    @Test
    void refusesWhatCannotBeReadAndMarksWhatIsBrokenInPart() {
        assertThat(judged(feed(0, 1, null), null).state()).isEqualTo(State.REFUSED);
        assertThat(judged(feed(47, 1, FRESH), null).state()).isEqualTo(State.DOUBTFUL);
        assertThat(judged(feed(47, 10, FRESH), null).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void marksWhatIsTooOldAndRefusesWhatIsOlderThanWhatIsInUse() {
        assertThat(judged(feed(100, 0, NOW.minus(Duration.ofDays(31))), null).state())
                .isEqualTo(State.OLD);
        assertThat(judged(feed(100, 0, FRESH), new Before(100, NOW)).state()).isEqualTo(State.REFUSED);
        assertThat(judged(feed(100, 0, null), null))
                .isEqualTo(new FeedJudgement(State.DOUBTFUL, FeedJudgement.UNDATED));
    }

    @Test
    void doesNotTakeTheFutureForADate() {
        assertThat(judged(feed(100, 0, NOW.plus(Duration.ofDays(2))), null).reason())
                .isEqualTo(FeedJudgement.UNDATED);
        assertThat(judged(feed(100, 0, NOW.plus(Duration.ofHours(20))), null).state())
                .as("a publisher in another zone")
                .isEqualTo(State.SOUND);
    }

    private static FeedJudgement judged(Feed feed, @Nullable Before before) {
        return FeedJudgement.of(feed, before, MONTH, NOW);
    }

    private static Feed feed(long entries, long problems, @Nullable Instant newest) {
        return new Feed(
                "osv",
                List.of("ghsa"),
                FeedFormat.OSV,
                entries,
                entries,
                0,
                newest,
                "sha256:",
                Set.of(),
                Set.of(),
                Map.of(),
                problems,
                problems == 0 ? List.of() : List.of(new FeedProblem("a.json", "is no JSON")));
    }
}
