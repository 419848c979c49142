package dev.breakwater.cli.report;

/** Text from manifests as it is shown: what is invisible or would turn what follows (U+202E and its like) is a question mark. */
public final class Shown {

    private Shown() {}

    /** On one line. */
    public static String text(String given) {
        return given.codePoints()
                .map(c -> isHidden(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same over several lines. */
    public static String lines(String given) {
        return given.codePoints()
                .map(c -> c != '\n' && isHidden(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
