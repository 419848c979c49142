package dev.breakwater.central.platform;

import dev.breakwater.central.platform.ListDefinition.KeyType;
import org.jspecify.annotations.Nullable;

/**
 * A sortable field of a list.
 *
 * @param expression SQL that is never null, or the keyset would lose rows
 * @param partial how the rows that have it are read apart, {@code null} = all are read together
 */
record SortKey(
        String name,
        String expression,
        KeyType type,
        @Nullable Partial partial) {

    SortKey(String name, String expression, KeyType type) {
        this(name, expression, type, null);
    }

    /**
     * Of a field that only some rows have; it is lower for those that do not.
     *
     * @param column what those rows are sorted by; an index serves its order
     * @param having which rows those are
     * @param others value of the others
     */
    record Partial(String column, String having, String others) {}
}
