package dev.breakwater.engine.policy;

/** Kleene's strong three-valued logic: {@code UNKNOWN} is "true or false, we cannot tell". */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public Truth and(Truth other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    public Truth or(Truth other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
