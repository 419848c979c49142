package dev.breakwater.ui.policies.draft;

import dev.breakwater.engine.policy.value.TextPattern.Bare;
import java.util.List;

/** How a text is compared, as people choose it; {@link dev.breakwater.engine.policy.value.TextPattern} reads the same. */
public enum TextForm {
    EXACTLY("is exactly"),
    BEGINS("begins with"),
    LIKE("is like (*, ?)"),
    WHOLE("matches"),
    PART("contains");

    private final String words;

    TextForm(String words) {
        this.words = words;
    }

    /** Before the text, such as {@code begins with}. */
    public String words() {
        return words;
    }

    /** Whether the text is a regular expression. */
    public boolean isExpression() {
        return this == WHOLE || this == PART;
    }

    /** The forms that a value may have where a bare one means this. */
    public static List<TextForm> of(Bare bare) {
        return bare == Bare.PREFIX ? List.of(values()) : List.of(EXACTLY, LIKE, WHOLE, PART);
    }

    /**
     * A value, taken apart.
     *
     * @param negated whether it must not be so
     */
    public record Value(TextForm form, boolean negated, String text) {

        /** Takes a value of a policy apart. */
        public static Value of(String value, Bare bare) {
            if (value.startsWith("!") && value.length() > 1) {
                Value turned = of(value.substring(1), bare);
                return new Value(turned.form, !turned.negated, turned.text);
            }
            if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
                return new Value(EXACTLY, false, value.substring(1, value.length() - 1));
            }
            if (value.startsWith("r/c/")) {
                return new Value(PART, false, value.substring(4));
            }
            if (value.startsWith("r/")) {
                return new Value(WHOLE, false, value.substring(2));
            }
            if (value.startsWith("g/")) {
                return new Value(LIKE, false, value.substring(2));
            }
            return new Value(bare(bare), false, value);
        }

        /** As a policy writes it: bare where that means the same. */
        public String written(Bare bare) {
            return (negated ? "!" : "") + plain(bare);
        }

        private String plain(Bare bare) {
            if (form == bare(bare) && of(text, bare).equals(new Value(form, false, text))) {
                return text;
            }
            return switch (form) {
                case EXACTLY -> '"' + text + '"';
                case LIKE -> "g/" + text;
                case WHOLE -> "r/" + text;
                case PART -> "r/c/" + text;
                case BEGINS -> text;
            };
        }

        private static TextForm bare(Bare bare) {
            return switch (bare) {
                case PREFIX -> BEGINS;
                case REGEX -> WHOLE;
                case PART -> PART;
            };
        }
    }
}
