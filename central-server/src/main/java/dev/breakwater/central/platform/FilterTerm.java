package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterExpression.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A field that a list can be filtered by, and how one value of it becomes SQL.
 *
 * @param name the field's name in the grammar
 * @param meaning half a sentence for completion and reference
 * @param suggested where the values that it has are found, for completion; {@code null} = none are suggested
 * @param shortcut a faster condition for some filters, {@code null} = none
 * @param values the possible values where they are few, for completion; else empty
 */
public record FilterTerm(
        String name,
        String meaning,
        List<String> values,
        Condition condition,
        @Nullable Suggested suggested,
        @Nullable Shortcut shortcut) {

    /**
     * Where the values of a field are found, for completion.
     *
     * @param expression SQL of one value
     * @param from tables to look in, with the columns that the reader's scope is applied to; {@code null} = those of the list
     */
    public record Suggested(String expression, @Nullable Source from) {}

    /**
     * Tables that know the values of a field with fewer rows than the list.
     *
     * @param where which of their rows the list has something of, with {@value #SCOPE} where the reader's scope is applied
     * @param cluster column of the cluster id
     * @param namespace column of the namespace, {@code null} for what belongs to a whole cluster
     */
    public record Source(
            String tables,
            String where,
            String cluster,
            @Nullable String namespace) {

        /** Where the scope stands in {@link #where}. */
        public static final String SCOPE = "{scope}";
    }

    /**
     * A faster condition that means the same under some filters.
     *
     * @param when whether it means the same, by the whole filter
     */
    public record Shortcut(Predicate<FilterExpression> when, ShortCondition condition) {}

    /**
     * As {@link Condition}, in alternatives of which one has to hold: an index may serve each of them. No alternative is what
     * nothing fulfils; empty if it would not be faster for this value.
     */
    @FunctionalInterface
    public interface ShortCondition {
        Optional<List<String>> toSql(String field, Value value, SqlParameters sql);
    }

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
        this(name, meaning, values, condition, null, null);
    }

    /** The same field, with suggestions from a text expression over the list's tables. */
    public FilterTerm suggesting(String expression) {
        return new FilterTerm(name, meaning, values, condition, new Suggested(expression, null), shortcut);
    }

    /** The same field, with suggestions from other tables. */
    public FilterTerm suggesting(String expression, Source from) {
        return new FilterTerm(name, meaning, values, condition, new Suggested(expression, from), shortcut);
    }

    /** The same field, with a faster condition for some filters. */
    public FilterTerm with(Shortcut faster) {
        return new FilterTerm(name, meaning, values, condition, suggested, faster);
    }

    public FilterTerm {
        values = List.copyOf(values);
    }
}
