package dev.breakwater.ui.part;

import java.util.List;
import java.util.Optional;

/**
 * What came of a block of a {@link BulkTask}.
 *
 * @param changed how many rows are different now
 * @param unchanged how many were so already
 * @param failures why the others could not be changed, in words that name the row
 * @param undo puts the changed rows back as they were, empty = that is not possible
 */
public record BulkOutcome(int changed, int unchanged, List<String> failures, Optional<Runnable> undo) {

    public BulkOutcome {
        failures = List.copyOf(failures);
    }

    /** Everything went well. */
    public static BulkOutcome changed(int changed, int unchanged, Runnable undo) {
        return new BulkOutcome(changed, unchanged, List.of(), changed == 0 ? Optional.empty() : Optional.of(undo));
    }
}
