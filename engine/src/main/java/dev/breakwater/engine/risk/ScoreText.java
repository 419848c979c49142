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
        boolean bound = unknownFactors > 0;
        BigDecimal rounded = BigDecimal.valueOf(score).setScale(1, bound ? RoundingMode.FLOOR : RoundingMode.HALF_UP);
        return (bound ? "≥ " : "") + rounded.toPlainString();
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
