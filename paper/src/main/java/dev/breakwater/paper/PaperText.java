package dev.breakwater.paper;

/** Text in XHTML. */
public final class PaperText {

    private static final int REPLACEMENT = 0xFFFD;

    private PaperText() {}

    /** As text: what markup means is escaped, what XML cannot hold and what turns the direction of text is replaced. */
    public static String of(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(c) ? c : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    private static boolean isShown(int c) {
        boolean xml =
                c == '\t' || c == '\n' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return xml && !turns;
    }
}
