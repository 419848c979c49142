package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the grammar of {@link FilterExpression} from left to right, without backtracking. */
final class FilterParser {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    private final String input;
    private int position;

    FilterParser(String input) {
        this.input = input;
    }

    /** Characters that a word cannot hold. */
    static boolean endsWord(int c) {
        return Character.isWhitespace(c) || c == ',' || c == '"';
    }

    /** Characters for which a text is written in quotes, since they mean something somewhere in the grammar. */
    static boolean needsQuotes(int c) {
        return endsWord(c) || c == ':' || c == '!' || c == '<' || c == '>' || c == '\\' || c == '=' || c == '*';
    }

    List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        skipSpace();
        while (position < input.length()) {
            if (terms.size() == FilterExpression.MAX_PARTS) {
                throw new InvalidRequest("q", input, "at most " + FilterExpression.MAX_PARTS + " terms");
            }
            terms.add(term());
            skipSpace();
        }
        return terms;
    }

    private Term term() {
        boolean negated = peek() == '!';
        if (negated) {
            position++;
        }
        String field = field();
        List<Value> values = new ArrayList<>();
        do {
            if (values.size() == FilterExpression.MAX_PARTS) {
                throw new InvalidRequest("q", input, "at most " + FilterExpression.MAX_PARTS + " values in a term");
            }
            values.add(value());
        } while (accept(','));
        return new Term(field, negated, values);
    }

    private String field() {
        int end = position;
        while (end < input.length() && input.charAt(end) != ':' && !endsWord(input.charAt(end))) {
            end++;
        }
        if (end >= input.length() || input.charAt(end) != ':') {
            return "";
        }
        String name = input.substring(position, end);
        if (!FIELD.matcher(name).matches()) {
            throw unreadable("a field name before ':' such as severity:critical; put text with a colon in quotes");
        }
        position = end + 1;
        return name.toLowerCase(Locale.ROOT);
    }

    private Value value() {
        Comparison comparison = comparison();
        if (peek() == '"') {
            return new Value(comparison, quoted(), true);
        }
        int start = position;
        while (position < input.length() && !Character.isWhitespace(peek()) && peek() != ',') {
            if (peek() == '"') {
                throw unreadable("a quote only at the start of a value");
            }
            position++;
        }
        if (start == position) {
            throw unreadable("a value; an empty one is written \"\"");
        }
        return new Value(comparison, input.substring(start, position), false);
    }

    private Comparison comparison() {
        if (accept('>')) {
            return accept('=') ? Comparison.GREATER_OR_EQUAL : Comparison.GREATER;
        }
        if (accept('<')) {
            return accept('=') ? Comparison.LESS_OR_EQUAL : Comparison.LESS;
        }
        return Comparison.EQUAL;
    }

    private String quoted() {
        position++;
        StringBuilder text = new StringBuilder();
        while (position < input.length()) {
            char c = input.charAt(position++);
            if (c == '"') {
                return text.toString();
            }
            if (c == '\\' && position < input.length()) {
                c = input.charAt(position++);
            }
            text.append(c);
        }
        throw unreadable("a closing quote");
    }

    private void skipSpace() {
        while (position < input.length() && Character.isWhitespace(peek())) {
            position++;
        }
    }

    private char peek() {
        return position < input.length() ? input.charAt(position) : '\0';
    }

    private boolean accept(char c) {
        if (position < input.length() && peek() == c) {
            position++;
            return true;
        }
        return false;
    }

    private InvalidRequest unreadable(String allowed) {
        return new InvalidRequest("q", input, allowed + " (at character " + (position + 1) + ")");
    }
}
