package dev.breakwater.central.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A parsed filter, the one grammar of REST, console and saved views:
 *
 * <pre>
 *   filter = term *( space term )          all terms must hold
 *   term   = [ "!" ] field ":" value *( "," value )    any of the values
 *          | [ "!" ] value                 free text in the list's own search fields
 *   value  = [ "&gt;" | "&gt;=" | "&lt;" | "&lt;=" ] ( word | '"' text '"' )
 * </pre>
 *
 * <p>In a word {@code *} stands for any text; in quotes everything is literal and {@code \"} is a quote. Field names and
 * text are compared without regard to case.
 *
 * @param terms in the order written
 */
public record FilterExpression(List<Term> terms) {

    /** Longest filter, in characters. */
    public static final int MAX_LENGTH = 2000;

    /** Most terms of a filter, and most values of a term. */
    public static final int MAX_PARTS = 50;

    /** How a value is compared. */
    public enum Comparison {
        EQUAL(""),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        LESS("<"),
        LESS_OR_EQUAL("<=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The sign, empty for equality; the same in the grammar and in SQL but for that. */
        public String sign() {
            return sign;
        }
    }

    /**
     * One value.
     *
     * @param literal {@code *} in it is an ordinary character; never set for a text without one, so that values which mean
     *     the same are equal
     */
    public record Value(Comparison comparison, String text, boolean literal) {

        /** Refuses a pattern that no filter could hold: in quotes, {@code *} would be an ordinary character. */
        public Value {
            literal = literal && text.indexOf('*') >= 0;
            if (!literal && text.indexOf('*') >= 0 && !writable(comparison, text)) {
                throw new InvalidRequest(
                        "q", text, "a pattern with * but without spaces, commas, quotes and a comparison in front");
            }
        }

        private static boolean writable(Comparison comparison, String pattern) {
            boolean readsAsSign = comparison == Comparison.EQUAL
                    ? pattern.startsWith("<") || pattern.startsWith(">")
                    : comparison.sign().length() == 1 && pattern.startsWith("=");
            return !readsAsSign && pattern.chars().noneMatch(FilterParser::endsWord);
        }

        /** Whether {@code *} in it stands for any text. */
        public boolean isPattern() {
            return !literal && text.indexOf('*') >= 0;
        }

        @Override
        public String toString() {
            boolean plain = isPattern() || (!text.isEmpty() && text.chars().noneMatch(FilterParser::needsQuotes));
            return comparison.sign()
                    + (plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }
    }

    /**
     * One term.
     *
     * @param field lower case, empty for free text
     */
    public record Term(String field, boolean negated, List<Value> values) {

        public Term {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            String written = values.stream().map(Value::toString).collect(Collectors.joining(","));
            return (negated ? "!" : "") + (field.isEmpty() ? "" : field + ":") + written;
        }
    }

    public FilterExpression {
        terms = List.copyOf(terms);
    }

    /**
     * Reads a filter.
     *
     * @throws InvalidRequest naming the place that could not be read
     */
    public static FilterExpression parse(String filter) {
        if (filter.length() > MAX_LENGTH) {
            throw new InvalidRequest("q", filter, "at most " + MAX_LENGTH + " characters");
        }
        if (filter.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(filter)) {
            throw new InvalidRequest("q", filter, "text of Unicode characters other than U+0000");
        }
        return new FilterExpression(new FilterParser(filter).terms());
    }

    /** This filter with one more term {@code field:"value"}. */
    public FilterExpression and(String field, String value) {
        List<Term> more = new ArrayList<>(terms);
        more.add(new Term(field.toLowerCase(Locale.ROOT), false, List.of(new Value(Comparison.EQUAL, value, true))));
        return new FilterExpression(more);
    }

    /** The filter as it would be written; parses to an equal expression. */
    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining(" "));
    }
}
