package dev.breakwater.central.reporting.internal;

import dev.breakwater.central.reporting.ExecutiveSummary.Grade;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The grade: how long a critical violation within reach from outside has stood, and how many answers are known. Unknown is
 * never a pass, so that not looking never makes a grade better. What was there when a cluster was first read has no known age:
 * it counts as old until the cluster has been watched for as long as the grade asks.
 */
final class Grading {

    private static final int[] DAYS = {7, 30, 90};
    private static final int[] KNOWN_PERCENT = {90, 80, 60};

    private Grading() {}

    /**
     * The grade; {@code null} if there is nothing to grade.
     *
     * @param answers that the policies should give
     * @param known of these, given
     * @param oldest since when the oldest critical violation within reach from outside stands
     * @param ageless since when the youngest cluster is watched that had such a one from the beginning
     */
    static @Nullable Grade of(
            long answers, long known, @Nullable Instant oldest, @Nullable Instant ageless, Instant now) {
        if (answers <= 0) {
            return null;
        }
        int percent = knownPercent(answers, known);
        for (int i = 0; i < DAYS.length; i++) {
            Duration most = Duration.ofDays(DAYS[i]);
            boolean young = oldest == null || !oldest.plus(most).isBefore(now);
            // The last grade but one asks for nothing that a new installation could not know.
            boolean watched = ageless == null
                    || i == DAYS.length - 1
                    || !ageless.plus(most).isAfter(now);
            if (young && watched && percent >= KNOWN_PERCENT[i]) {
                return Grade.values()[i];
            }
        }
        return Grade.D;
    }

    /** Rounded down. */
    static int knownPercent(long answers, long known) {
        return answers <= 0 ? 0 : Math.toIntExact(Math.floorDiv(Math.max(0, known) * 100, answers));
    }

    /**
     * What the grade says, and what the next better one asks for; {@code null} is no grade.
     */
    static String meaning(@Nullable Grade grade) {
        if (grade == null) {
            return "";
        }
        int own = grade.ordinal();
        String meaning = own < DAYS.length
                ? grade + ": no critical problem within reach from outside for more than " + DAYS[own]
                        + " days, and at least " + KNOWN_PERCENT[own] + "\u00a0% of the checks answered."
                : grade + ": a critical problem within reach from outside for more than " + DAYS[own - 1]
                        + " days, or less than " + KNOWN_PERCENT[own - 1] + "\u00a0% of the checks answered.";
        return own == 0
                ? meaning
                : meaning + " " + Grade.values()[own - 1] + " asks for " + DAYS[own - 1] + " days and "
                        + KNOWN_PERCENT[own - 1] + "\u00a0%.";
    }
}
