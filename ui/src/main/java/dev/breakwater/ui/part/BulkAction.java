package dev.breakwater.ui.part;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that can be done to many rows of a list at once: offered in the bar under the list when rows are ticked, asked
 * about with a preview, run in blocks with progress, and undone where that is possible. A list offers its actions by
 * {@link ListView#bulkActions()}.
 */
public interface BulkAction {

    /** A verb that names the effect; three dots at its end are added by the bar. */
    String name();

    /** Name of an icon of {@code icons.css}. */
    String icon();

    /** Why the present reader may not do it, and who could; empty = they may. Services check by themselves all the same. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /**
     * Why it cannot be done to just these rows although the reader may do it to others; empty = it can be done to some of them.
     *
     * @param ids of the ticked rows
     */
    default Optional<String> refusal(List<UUID> ids) {
        return Optional.empty();
    }

    /** Whether it asks first; what changes nothing need not, and is done by {@link #runAtOnce}. */
    default boolean asks() {
        return true;
    }

    /** Does what needs no question to these rows. */
    default void runAtOnce(List<UUID> ids) {
        throw new IllegalStateException(name() + " asks first");
    }

    /**
     * Looks at the rows that were chosen. Called once, when the action is picked; what matches a filter later is not among
     * them.
     *
     * @param ids of the rows, at least one, at most {@link CheckedRows#MOST}
     */
    BulkTask prepare(List<UUID> ids);
}
