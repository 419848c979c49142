package dev.breakwater.engine.policy.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A regular expression as alternatives of plain words with gaps between them, as far as it is made of these: most of those that
 * people write are. What is not is kept as a piece of which nothing is known.
 *
 * @param alternatives each a sequence, without two words next to each other; one of them has to match the whole text
 */
record Shape(List<List<Piece>> alternatives) {

    /** A part of a sequence. */
    sealed interface Piece {}

    /** This text, not empty, in ASCII. */
    record Word(String text) implements Piece {}

    /** Any text. */
    enum Gap implements Piece {
        /** The empty one, too. */
        ANY,
        NOT_EMPTY
    }

    /** Something that only the expression knows, perhaps nothing. */
    enum Other implements Piece {
        UNKNOWN
    }

    /** The most alternatives that groups are multiplied out to. */
    private static final int MOST = 64;

    private static final List<List<Piece>> EMPTY = List.of(List.of());
    private static final List<List<Piece>> UNKNOWN = List.of(List.of(Other.UNKNOWN));

    /** The shape; empty if the expression uses what is not read here. */
    static Optional<Shape> of(String expression) {
        Reader reader = new Reader(expression);
        List<List<Piece>> alternatives = reader.alternatives();
        return reader.strange || reader.at < expression.length()
                ? Optional.empty()
                : Optional.of(new Shape(
                        alternatives.stream().map(Shape::joined).distinct().toList()));
    }

    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Word(String text)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Word(String before)) {
                joined.set(joined.size() - 1, new Word(before + text));
            } else {
                joined.add(piece);
            }
        }
        return List.copyOf(joined);
    }

    /** Reads from left to right; gives up at what it does not know. */
    private static final class Reader {
        private final String text;
        private int at;
        private boolean strange;

        Reader(String text) {
            this.text = text;
        }

        List<List<Piece>> alternatives() {
            List<List<Piece>> all = new ArrayList<>(sequence());
            while (!strange && take('|')) {
                all.addAll(sequence());
            }
            return all.size() > MOST ? UNKNOWN : all;
        }

        private List<List<Piece>> sequence() {
            List<List<Piece>> so = EMPTY;
            while (!strange && at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
                so = followed(so, repeated());
            }
            return so;
        }

        private static List<List<Piece>> followed(List<List<Piece>> first, List<List<Piece>> then) {
            List<List<Piece>> next = first.size() * then.size() > MOST ? UNKNOWN : then;
            return first.stream()
                    .flatMap(one -> next.stream()
                            .map(other ->
                                    Stream.concat(one.stream(), other.stream()).toList()))
                    .toList();
        }

        /** An atom with what says how often. */
        private List<List<Piece>> repeated() {
            boolean dot = text.charAt(at) == '.';
            List<List<Piece>> atom = atom();
            if (strange || at >= text.length()) {
                return atom;
            }
            List<List<Piece>> result = switch (text.charAt(at)) {
                case '?' -> Stream.concat(EMPTY.stream(), atom.stream()).toList();
                case '*' -> dot ? List.of(List.of(Gap.ANY)) : UNKNOWN;
                case '+' -> dot ? List.of(List.of(Gap.NOT_EMPTY)) : UNKNOWN;
                case '{' -> UNKNOWN;
                default -> atom;
            };
            switch (text.charAt(at)) {
                case '?', '*', '+' -> at++;
                case '{' -> {
                    int end = text.indexOf('}', at);
                    strange |= end < 0 || !text.substring(at + 1, end).matches("\\d{1,4}(,\\d{0,4})?");
                    at = end + 1;
                }
                default -> {
                    return result;
                }
            }
            // As many or as few as possible is the same to the whole text.
            if (!take('?') && at < text.length()) {
                strange |= "*+{".indexOf(text.charAt(at)) >= 0;
            }
            return result;
        }

        private List<List<Piece>> atom() {
            char c = text.charAt(at++);
            return switch (c) {
                case '(' -> group();
                case '[' -> charClass();
                case '\\' -> escape();
                case '.', '^', '$' -> UNKNOWN;
                case '*', '+', '?', '{', '}', ']' -> strange();
                default -> c < 128 ? word(c) : UNKNOWN;
            };
        }

        private List<List<Piece>> group() {
            if (take('?') && !take(':')) {
                return strange();
            }
            List<List<Piece>> inner = alternatives();
            return take(')') ? inner : strange();
        }

        private List<List<Piece>> charClass() {
            int first = text.startsWith("^", at) ? at + 1 : at;
            for (int i = first; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '[') {
                    return strange();
                }
                if (c == '\\') {
                    i++;
                } else if (c == ']' && i > first) {
                    at = i + 1;
                    return UNKNOWN;
                }
            }
            return strange();
        }

        private List<List<Piece>> escape() {
            if (at >= text.length()) {
                return strange();
            }
            char c = text.charAt(at++);
            if (c < 128 && !Character.isLetterOrDigit(c)) {
                return word(c);
            }
            return "dDsSwWbBntrfv".indexOf(c) >= 0 ? UNKNOWN : strange();
        }

        private static List<List<Piece>> word(char c) {
            return List.of(List.of(new Word(String.valueOf(c))));
        }

        private List<List<Piece>> strange() {
            strange = true;
            return EMPTY;
        }

        private boolean take(char c) {
            boolean there = at < text.length() && text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }
    }
}
