package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A {@link BulkAction} on certain rows, from its preview to its end. */
public interface BulkTask {

    /** Whether a reason is asked for. */
    enum Reason {
        NOT_ASKED,
        OPTIONAL,
        REQUIRED
    }

    /** Rows that are changed in one transaction, unless a task says otherwise. */
    int BLOCK = 200;

    /** What will be done, as a question: {@code Switch off 12 policies?} */
    String question();

    /** What will come of it, a sentence each: what changes, what stays as it is and why, what else is touched. */
    List<String> preview();

    /** More of the preview than sentences, or what must be chosen first; empty = nothing. */
    default Optional<Component> fields() {
        return Optional.empty();
    }

    /** Whether the fields are filled in; marks those that are not. */
    default boolean isComplete() {
        return true;
    }

    default Reason reason() {
        return Reason.OPTIONAL;
    }

    /** The verb of the button, such as {@code Switch off 12}. */
    String confirm();

    /** How many rows {@link #apply} takes at a time. */
    default int block() {
        return BLOCK;
    }

    /**
     * Does it to a block of the rows, in one transaction. A failure that is thrown ends the task; the blocks before it stay.
     *
     * @param reason why, stripped; empty if none was given
     */
    BulkOutcome apply(List<UUID> block, String reason);
}
