package dev.breakwater.engine.machine.rule;

/** Paths with {@code *} for anything within one folder or name. */
final class PathPattern {

    private PathPattern() {}

    static boolean isPattern(String path) {
        return path.indexOf('*') >= 0;
    }

    /** Whether a pattern takes in a path, or all that another pattern takes in: a star of that is a letter to this one. */
    static boolean matches(String pattern, String path) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < path.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0 && path.charAt(mark) != '/') {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
