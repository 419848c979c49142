package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterExpression.Value;
import java.util.List;

/**
 * A field that a list can be filtered by, and how one value of it becomes SQL.
 *
 * @param name the field's name in the grammar
 * @param meaning half a sentence for completion and reference
 * @param values the possible values where they are few, for completion; else empty
 */
public record FilterTerm(String name, String meaning, List<String> values, Condition condition) {

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

    public FilterTerm {
        values = List.copyOf(values);
    }
}
