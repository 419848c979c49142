package dev.breakwater.ui.part;

import dev.breakwater.central.platform.Lists;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows that are ticked: single ones, or all that match the filter but for single ones. The second is a condition and not
 * a set of rows; it becomes one when an action is picked.
 */
final class CheckedRows<T> {

    /** The most rows that an action takes. */
    static final int MOST = Lists.COUNT_CAP;

    private final Function<T, UUID> idOf;
    private final Set<UUID> marked = new LinkedHashSet<>();
    private boolean all;
    private int anchor = -1;

    CheckedRows(Function<T, UUID> idOf) {
        this.idOf = idOf;
    }

    boolean isChecked(T row) {
        return all != marked.contains(idOf.apply(row));
    }

    /**
     * Ticks or unticks rows, and remembers where a range may begin.
     *
     * @param index of the row that was clicked
     */
    void checkRange(List<T> rows, int index, boolean checked) {
        rows.forEach(row -> mark(row, checked));
        anchor = index;
    }

    private void mark(T row, boolean checked) {
        if (checked == all) {
            marked.remove(idOf.apply(row));
        } else {
            marked.add(idOf.apply(row));
        }
    }

    /** Index of the row that was ticked last, -1 = none. */
    int anchor() {
        return anchor;
    }

    void checkAll() {
        clear();
        all = true;
    }

    void clear() {
        marked.clear();
        all = false;
        anchor = -1;
    }

    boolean isAll() {
        return all;
    }

    boolean isEverything() {
        return all && marked.isEmpty();
    }

    /** How many of those that match. */
    int count(int matches) {
        return all ? Math.max(0, matches - marked.size()) : marked.size();
    }

    /** The ids of those that were ticked one by one; empty = it is a condition that is ticked. */
    List<UUID> single() {
        return all ? List.of() : List.copyOf(marked);
    }

    /** Their ids, at most one more than {@link #MOST}. */
    List<UUID> ids(ListSource<T> source, String q) {
        if (!all) {
            return List.copyOf(marked);
        }
        return source.ids(q, MOST + 1 + marked.size()).stream()
                .filter(id -> !marked.contains(id))
                .limit(MOST + 1L)
                .toList();
    }
}
