package dev.breakwater.central.platform;

import dev.breakwater.central.platform.ListDefinition.KeyType;
import org.jspecify.annotations.Nullable;

/**
 * A sortable field of a list.
 *
 * @param expression SQL that is never null, or the keyset would lose rows
 * @param partial how the rows that have it are read apart, {@code null} = all are read together
 * @param holder what few things the rows belong to, by whose names they are sorted, {@code null} = the rows have it themselves
 */
record SortKey(
        String name,
        String expression,
        KeyType type,
        @Nullable Partial partial,
        @Nullable Holder holder) {

    SortKey(String name, String expression, KeyType type) {
        this(name, expression, type, null, null);
    }

    /**
     * What rows belong to.
     *
     * @param table with {@code id} and a unique {@code name}
     * @param column of the rows that has its id
     */
    record Holder(String table, String column) {}

    /**
     * Of a field that only some rows have; it is lower for those that do not.
     *
     * @param column what those rows are sorted by; an index serves its order
     * @param having which rows those are
     * @param others value of the others
     */
    record Partial(String column, String having, String others) {}
}
