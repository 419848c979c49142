package dev.breakwater.engine.machine.rule;

/** A regular expression in words, for people who read what was expected. */
public final class PatternWords {

    private static final String SIGNS = ".*[](){}|^$?+\\";

    private PatternWords() {}

    /** Whether a text reads as a regular expression rather than as a value. */
    public static boolean isPattern(String text) {
        return text.contains(".*")
                || text.contains("\\")
                || text.startsWith("^")
                || text.endsWith("$")
                || text.contains("(?")
                || text.contains("[^");
    }

    /**
     * What a line is like, such as {@code beginning with -e 2}; empty = it cannot be said in short.
     *
     * @param pattern that is looked for in it
     */
    static String line(String pattern) {
        String plain = pattern.replaceFirst("^\\(\\?i\\)", "");
        boolean begins = plain.startsWith("^");
        boolean ends = plain.endsWith("$");
        String words = plain.replaceFirst("^\\^", "")
                .replaceFirst("\\$$", "")
                .replaceFirst("^\\\\s\\*", "")
                .replace("\\b", "")
                .replace("\\s+", " ")
                .replace("\\s*", " ")
                .replace("\\s", " ")
                .replace(".*", " … ")
                .replace("\\S", "…")
                .replace("\\.", "\u0000")
                .replace("\\(", "\u0001")
                .replace("\\)", "\u0002")
                .replaceAll("\\((\\w+(?:\\|\\w+)+)\\)", "$1")
                .replaceAll("(?<=\\w)\\|(?=\\w)", " or ")
                .replaceAll(" {2,}", " ")
                .strip();
        if (words.isEmpty() || words.chars().anyMatch(sign -> SIGNS.indexOf(sign) >= 0)) {
            return "";
        }
        String told = words.replace('\u0000', '.').replace('\u0001', '(').replace('\u0002', ')');
        return (begins ? "beginning with " : ends ? "ending with " : "with ") + told;
    }

    /** A pattern of a few values as these values; any other as what it is, a form that a value has. */
    static String of(String pattern) {
        if (pattern.equals("\\S")) {
            return "not empty";
        }
        boolean begins = pattern.startsWith("^") || pattern.startsWith("(?i)^");
        boolean ends = pattern.endsWith("$") || pattern.endsWith("(:|$)");
        String plain = pattern.replaceFirst("^\\(\\?i\\)", "")
                .replaceFirst("^\\^", "")
                .replaceFirst("\\(:\\|\\$\\)$", "")
                .replaceFirst("\\$$", "")
                .replace("\\.", "\u0000");
        if (plain.startsWith("(") && plain.indexOf(')') == plain.length() - 1) {
            plain = plain.substring(1, plain.length() - 1);
        }
        String words = plain.replace("|", " or ").strip();
        boolean simple = !words.isEmpty() && words.chars().noneMatch(sign -> SIGNS.indexOf(sign) >= 0);
        String told = words.replace('\u0000', '.');
        if (!simple) {
            return "a value of another form";
        }
        return ends ? told : begins ? "beginning with " + told : "with " + told;
    }
}
