package dev.breakwater.central.platform;

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
     * @param literal it stood in quotes, so {@code *} is an ordinary character
     */
    public record Value(Comparison comparison, String text, boolean literal) {

        @Override
        public String toString() {
            // A star outside of quotes is "any text": quoting it would change what it means.
            boolean plain =
                    !literal && !text.isEmpty() && text.chars().noneMatch(c -> c != '*' && FilterParser.needsQuotes(c));
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
