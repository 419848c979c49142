package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterExpression.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a list can be filtered by, and how one value of it becomes SQL.
 *
 * @param name the field's name in the grammar
 * @param meaning half a sentence for completion and reference
 * @param suggested SQL expression of the values that it has, for completion; {@code null} = none are suggested
 * @param values the possible values where they are few, for completion; else empty
 */
public record FilterTerm(
        String name,
        String meaning,
        List<String> values,
        Condition condition,
        @Nullable String suggested) {

    /** Turns one value into a condition; throws {@link InvalidRequest} if the field has no such value. */
    @FunctionalInterface
    public interface Condition {

        /**
         * @param field the field's name, for errors
         * @param sql takes the parameters
         * @return a boolean SQL expression that is never null
         */
        String toSql(String field, Value value, SqlParameters sql);
    }

    /** A field whose values are not suggested. */
    public FilterTerm(String name, String meaning, List<String> values, Condition condition) {
        this(name, meaning, values, condition, null);
    }

    /** The same field, with suggestions from a text expression over the list's tables. */
    public FilterTerm suggesting(String expression) {
        return new FilterTerm(name, meaning, values, condition, expression);
    }

    public FilterTerm {
        values = List.copyOf(values);
    }
}
