package dev.breakwater.central.transfer;

import java.util.Set;

/**
 * How a file is to be taken in.
 *
 * @param dryRun only tell what would be done
 * @param onConflict what becomes of items that are here in another form
 * @param skip sections that are left out
 */
public record ImportWish(boolean dryRun, OnConflict onConflict, Set<String> skip) {

    /** What becomes of an item that is here already in another form. */
    public enum OnConflict {
        /** Nothing is taken in. */
        REFUSE,
        /** What is here stays. */
        KEEP,
        /** What the file says takes its place. */
        OVERWRITE
    }

    public ImportWish {
        skip = Set.copyOf(skip);
    }
}
