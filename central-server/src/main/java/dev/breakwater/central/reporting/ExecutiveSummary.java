package dev.breakwater.central.reporting;

import dev.breakwater.central.detection.ViolationTrend;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page for those who decide: how it stands, which way it goes, and what they have to decide. Every sentence follows from
 * data by a rule; what is not known is left out or named in {@code blindSpots}.
 *
 * @param headline the finding, in one sentence
 * @param grade {@code A} to {@code D}, {@code null} while nothing is judged
 * @param gradeMeaning what the grade asks for
 * @param trend of the last 90 days, may be empty
 * @param risks the largest, at most five
 * @param fixTimes by severity, only those of which something was fixed
 * @param blindSpots what is not seen, in words
 * @param scope of the summary, in words
 * @param person who asked for it
 */
public record ExecutiveSummary(
        String headline,
        @Nullable Grade grade,
        String gradeMeaning,
        ViolationTrend trend,
        List<Figure> figures,
        List<Risk> risks,
        List<FixTime> fixTimes,
        List<Decision> decisions,
        List<String> blindSpots,
        Instant asOf,
        String scope,
        String person,
        String version) {

    public ExecutiveSummary {
        figures = List.copyOf(figures);
        risks = List.copyOf(risks);
        fixTimes = List.copyOf(fixTimes);
        decisions = List.copyOf(decisions);
        blindSpots = List.copyOf(blindSpots);
    }

    /** How it stands, from good to bad. */
    public enum Grade {
        A,
        B,
        C,
        D
    }

    /**
     * A number with its meaning.
     *
     * @param value as it is written
     */
    public record Figure(String value, String what, String more) {}

    /**
     * What one policy finds.
     *
     * @param title one sentence
     * @param why why it matters, may be empty
     * @param since how long the oldest stands
     */
    public record Risk(String title, String why, String since) {}

    /**
     * How long fixing took.
     *
     * @param days on average, from opened to closed
     * @param targetDays what it should take at most
     */
    public record FixTime(String severity, double days, int targetDays, long fixed) {}

    /** Something that somebody has to decide, and what follows. */
    public record Decision(String what, String why) {}
}
