package dev.breakwater.ui.part;

import dev.breakwater.central.overview.WorkloadRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Scores and reach as people read them. */
public final class RiskWords {

    private RiskWords() {}

    /** One decimal; {@code ≥} before it where factors are unknown; words where there is no score yet. */
    public static String score(WorkloadRow row) {
        return row.riskScore() == null ? "not judged" : score(row.riskScore(), row.unknownFactors());
    }

    /** One decimal, a lower bound rounded down so that it stays one. */
    public static String score(double score, int unknownFactors) {
        RoundingMode rounding = unknownFactors > 0 ? RoundingMode.FLOOR : RoundingMode.HALF_UP;
        String number = BigDecimal.valueOf(score).setScale(1, rounding).toPlainString();
        return unknownFactors > 0 ? "≥ " + number : number;
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
