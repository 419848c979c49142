package dev.breakwater.engine.policy.value;

/**
 * Keeps characters out of expressions on which RE2/J 1.8 never ends: it goes round the characters that differ in case only
 * until it is back at the first, and for some (U+1C80 is one) the tables of a newer JDK lead to others and not back.
 */
final class CaseFolding {

    private static final String ALLOWED =
            "Allowed in a regular expression: characters beyond ASCII outside of [...] and with"
                    + " one upper and one lower case; no \\x, \\Q or octal escapes.";

    private CaseFolding() {}

    /** @throws ValueRejected if the expression could go round for ever */
    static void check(String expression) {
        boolean inClass = false;
        int classFrom = 0;
        for (int i = 0; i < expression.length(); ) {
            int c = expression.codePointAt(i);
            boolean escape = c == '\\' && i + 1 < expression.length();
            if (escape && "xQ01234567".indexOf(expression.charAt(i + 1)) >= 0) {
                throw new ValueRejected(ALLOWED);
            }
            if (c > 127 && (inClass || !comesBack(c))) {
                throw new ValueRejected(ALLOWED);
            }
            if (c == '[' && !inClass) {
                inClass = true;
                classFrom = expression.startsWith("^", i + 1) ? i + 1 : i;
            } else if (c == ']' && inClass && i > classFrom + 1) {
                inClass = false;
            }
            // What is escaped beyond ASCII is looked at in its own right.
            i += escape && expression.charAt(i + 1) < 128 ? 2 : Character.charCount(c);
        }
    }

    private static boolean comesBack(int c) {
        int lower = Character.toLowerCase(c);
        int upper = Character.toUpperCase(c);
        boolean caseless = lower == c && upper == c;
        return caseless
                || (lower == c && Character.toLowerCase(upper) == c)
                || (upper == c && Character.toUpperCase(lower) == c);
    }
}
