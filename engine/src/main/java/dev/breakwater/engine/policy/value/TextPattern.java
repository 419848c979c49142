package dev.breakwater.engine.policy.value;

/**
 * The forms in which people write what a text must be. {@code "text"} is the whole text, {@code r/expression} a regular
 * expression for the whole of it, {@code r/c/expression} for a part of it, {@code g/glob} a glob; {@code !} in front turns
 * any form round. A bare value is a prefix, or where the criterion says so a regular expression for the whole text. Case
 * never matters.
 */
public final class TextPattern {

    /** The longest value that is read. */
    public static final int MAX_LENGTH = 1_000;

    /** What a value without a mark means. */
    public enum Bare {
        PREFIX,
        REGEX,
        /** A regular expression that has to match somewhere. */
        PART
    }

    private TextPattern() {}

    /**
     * Compiles a value.
     *
     * @throws ValueRejected if it is blank, too long or not a readable expression
     */
    public static TextTest parse(String value, Bare bare) {
        if (value.isBlank()) {
            throw new ValueRejected("The value must not be blank. " + allowed(bare));
        }
        if (value.length() > MAX_LENGTH) {
            throw new ValueRejected("Allowed: up to " + MAX_LENGTH + " characters.");
        }
        if (value.startsWith("!") && value.length() > 1) {
            return new TextTest.Not(parse(value.substring(1), bare));
        }
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            return Regex.exactly(value.substring(1, value.length() - 1));
        }
        if (value.startsWith("r/c/")) {
            return Regex.somewhere(value.substring(4));
        }
        if (value.startsWith("r/")) {
            return Regex.whole(value.substring(2));
        }
        if (value.startsWith("g/")) {
            return Glob.compile(value.substring(2));
        }
        return switch (bare) {
            case PREFIX -> new TextTest.Prefix(value);
            case REGEX -> Regex.whole(value);
            case PART -> Regex.somewhere(value);
        };
    }

    /** The forms in words. */
    public static String allowed(Bare bare) {
        String first = switch (bare) {
            case PREFIX -> "a prefix";
            case REGEX -> "a regular expression (RE2) for the whole text";
            case PART -> "a regular expression (RE2) for a part of the text";
        };
        return "Allowed: " + first + ", \"the exact text\", r/expression, r/c/expression for a part, g/glob;"
                + " ! in front negates; up to " + MAX_LENGTH + " characters.";
    }
}
