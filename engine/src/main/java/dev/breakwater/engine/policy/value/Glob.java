package dev.breakwater.engine.policy.value;

/** Globs: {@code *} for anything but a slash, {@code **} for anything, {@code ?} for one character. */
final class Glob {

    private Glob() {}

    static TextTest compile(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*' && i + 1 < glob.length() && glob.charAt(i + 1) == '*') {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || Character.isWhitespace(c)) {
                regex.append(c);
            } else if (c < 128) {
                regex.append('\\').append(c);
            } else {
                regex.append(c);
            }
        }
        return Regex.whole(regex.toString());
    }
}
