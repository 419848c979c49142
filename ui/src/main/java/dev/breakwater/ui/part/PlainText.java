package dev.breakwater.ui.part;

/**
 * Text from outside as it is written, not as it would be laid out: characters that nobody sees but that turn, hide or join
 * others are shown as escapes, so that {@code o\\u202eevil} does not read "olive". What people write in any script stays; the
 * joiners that scripts and emoji need stay, too.
 */
public final class PlainText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /** The text with such characters as {@code \\u202e}; tab and line feed stay. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(PlainText::isUnseen)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (!isUnseen(character)) {
                plain.appendCodePoint(character);
            } else if (Character.isBmpCodePoint(character)) {
                plain.append(String.format("\\u%04x", character));
            } else {
                plain.append(String.format("\\u{%x}", character));
            }
        });
        return plain.toString();
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t' && character != '\n';
            case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
