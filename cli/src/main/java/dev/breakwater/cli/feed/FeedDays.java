package dev.breakwater.cli.feed;

import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How old a feed may be, in days of 24 hours. */
public final class FeedDays {

    /** Its option. */
    public static final String OPTION = "--max-age";

    /** Some 2700 years: more than the time since anything was published. */
    private static final int MOST = 1_000_000;

    private FeedDays() {}

    /**
     * The age.
     *
     * @throws ParameterException if it is no such age
     */
    public static Duration of(int days, CommandLine line) {
        if (days < 1 || days > MOST) {
            throw new ParameterException(line, OPTION + " is '" + days + "'; allowed are 1 to " + MOST + " days.");
        }
        return Duration.ofDays(days);
    }
}
