package dev.breakwater.central.notification.internal.outbox;

/**
 * Text from outside as it may stand in a message: bounded, of one line, and without characters that nobody sees but that turn,
 * hide or begin something, such as line breaks in a header. Those are written as escapes.
 */
public final class ShownText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private ShownText() {}

    /** @param most the most characters; what is more is cut off and marked by … */
    public static String of(String text, int most) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), most) + 16);
        int at = 0;
        while (at < text.length() && shown.length() < most) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (isUnseen(character)) {
                shown.append(String.format(Character.isBmpCodePoint(character) ? "\\u%04x" : "\\u{%x}", character));
            } else {
                shown.appendCodePoint(character);
            }
        }
        return at < text.length() ? shown + "…" : shown.toString();
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
