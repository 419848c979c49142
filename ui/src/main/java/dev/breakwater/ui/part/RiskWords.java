package dev.breakwater.ui.part;

import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.engine.risk.ScoreText;
import java.math.BigDecimal;
import java.util.Locale;

/** Scores and reach as people read them. */
public final class RiskWords {

    /** Below this, two scores differ by their arithmetic only. */
    private static final double TINY = 1e-9;

    private RiskWords() {}

    /** One decimal; {@code ≥} before it where factors are unknown; words where there is no score yet. */
    public static String score(WorkloadRow row) {
        return row.riskScore() == null ? "not judged" : score(row.riskScore(), row.unknownFactors());
    }

    /** One decimal, a lower bound rounded down so that it stays one. */
    public static String score(double score, int unknownFactors) {
        return ScoreText.of(score, unknownFactors);
    }

    /**
     * By how much a score falls, so that what is shown adds up: {@code −1.0}; {@code less than 0.1} where it falls, but not
     * so that it shows; empty where it does not fall at all.
     */
    public static String drop(double before, int unknownBefore, double after, int unknownAfter) {
        BigDecimal drop = ScoreText.drop(before, unknownBefore, after, unknownAfter);
        if (drop.signum() != 0) {
            return (drop.signum() > 0 ? "−" : "+") + drop.abs().toPlainString();
        }
        return before - after > TINY ? "less than 0.1" : "";
    }

    /** The widest reach, in words. */
    public static String exposure(String method) {
        return switch (method) {
            case "EXTERNAL" -> "load balancer";
            case "ROUTE" -> "ingress";
            case "NODE" -> "node port";
            case "HOST" -> "host port";
            case "INTERNAL" -> "cluster only";
            case "UNSET" -> "not exposed";
            case "UNKNOWN" -> "unknown";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }
}
