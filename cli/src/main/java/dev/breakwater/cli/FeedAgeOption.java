package dev.breakwater.cli;

import dev.breakwater.cli.feed.FeedDays;
import dev.breakwater.feeds.FeedFolder;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How old a feed may be for its silence to say something. */
final class FeedAgeOption {

    @Option(
            names = FeedDays.OPTION,
            paramLabel = "DAYS",
            defaultValue = "30",
            description =
                    "How old the newest entry of a feed may be; what only older feeds speak of is unknown (default: ${DEFAULT-VALUE}).")
    private int days = 30;

    /** As of now. */
    FeedFolder.Age now() {
        return new FeedFolder.Age(Clock.systemUTC().instant(), Duration.ofDays(days));
    }

    /** Refuses what is no age, before anything is read. */
    void check(CommandLine line) {
        FeedDays.of(days, line);
    }
}
