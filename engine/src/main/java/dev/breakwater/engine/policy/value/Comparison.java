package dev.breakwater.engine.policy.value;

/** How two values are compared; written in front of the second, {@code =} when nothing is. */
public enum Comparison {
    AT_MOST("<="),
    AT_LEAST(">="),
    LESS("<"),
    MORE(">"),
    EQUAL("=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    /** Whether it holds, given the result of {@code compare(found, wanted)}. */
    public boolean holds(int compared) {
        return switch (this) {
            case AT_MOST -> compared <= 0;
            case AT_LEAST -> compared >= 0;
            case LESS -> compared < 0;
            case MORE -> compared > 0;
            case EQUAL -> compared == 0;
        };
    }

    /** The comparison that a value begins with. */
    public static Comparison leading(String value) {
        for (Comparison comparison : values()) {
            if (value.startsWith(comparison.sign)) {
                return comparison;
            }
        }
        return EQUAL;
    }

    /** What follows the sign of {@link #leading}. */
    public static String operand(String value) {
        Comparison comparison = leading(value);
        return value.startsWith(comparison.sign)
                ? value.substring(comparison.sign.length()).strip()
                : value.strip();
    }
}
