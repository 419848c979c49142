package dev.breakwater.engine.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A score in words: {@code 3.2}, or {@code ≥ 3.2 (2 factors unknown)}. One decimal; a lower bound is rounded down, for
 * "at least 3.2" must not be said of 3.16.
 */
public final class ScoreText {

    private ScoreText() {}

    /** The score alone, marked as a lower bound if factors are unknown: {@code ≥ 3.2}. */
    public static String of(double score, int unknownFactors) {
        return (unknownFactors > 0 ? "≥ " : "") + shown(score, unknownFactors).toPlainString();
    }

    /** The number that is shown of a score: the one rounding rule. What is shown of two scores is compared and taken apart. */
    public static BigDecimal shown(double score, int unknownFactors) {
        return BigDecimal.valueOf(score).setScale(1, unknownFactors > 0 ? RoundingMode.FLOOR : RoundingMode.HALF_UP);
    }

    /**
     * By how much a score falls from one to another, so that before − drop = after holds of what is shown.
     *
     * @return one decimal; negative if it rises, {@code 0.0} if both are shown alike
     */
    public static BigDecimal drop(double before, int unknownBefore, double after, int unknownAfter) {
        return shown(before, unknownBefore).subtract(shown(after, unknownAfter));
    }

    /** The score with what limits it: {@code ≥ 3.2 (2 factors unknown, 1 stale)}. */
    public static String withCounts(double score, int unknownFactors, int staleFactors) {
        String text = of(score, unknownFactors);
        if (unknownFactors == 0 && staleFactors == 0) {
            return text;
        }
        if (unknownFactors == 0) {
            return text + " (" + factors(staleFactors) + " stale)";
        }
        String unknown = factors(unknownFactors) + " unknown";
        return text + " (" + unknown + (staleFactors == 0 ? "" : ", " + staleFactors + " stale") + ")";
    }

    private static String factors(int count) {
        return count + (count == 1 ? " factor" : " factors");
    }
}
