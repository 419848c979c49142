package dev.breakwater.scanner.signature;

/** A text in which {@code *} stands for any text; compared in any case, in time that grows with the lengths only. */
public record Glob(String pattern) {

    /** Whether it stands for a text. */
    public boolean matches(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int kept = 0;
        while (at < text.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                kept = at;
            } else if (in < pattern.length() && same(pattern.charAt(in), text.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++kept;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }

    private static boolean same(char one, char other) {
        return one == other || Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
