package dev.breakwater.central.transfer;

import java.util.List;

/**
 * What an import does, or would do.
 *
 * @param applied whether it was done
 * @param conflicts how many items are here in another form
 */
public record ImportReport(boolean applied, int conflicts, List<SectionReport> sections) {

    /** The most items that are listed of a section. */
    public static final int LISTED = 200;

    /** What becomes of an item. */
    public enum Action {
        /** It is not here and is made. */
        CREATE,
        /** It is here in another form, which stays. */
        KEEP,
        /** It is here in another form, which is replaced. */
        OVERWRITE,
        /** It is here in another form; with such items nothing is taken in. */
        CONFLICT,
        /** It cannot be taken here, or its section is left out. */
        SKIP
    }

    /**
     * One section of the file.
     *
     * @param same items that are here in the same form
     * @param items what becomes of the others; conflicts first, at most {@link #LISTED}
     */
    public record SectionReport(
            String name, String what, int create, int same, int keep, int overwrite, int skip, List<Item> items) {

        public SectionReport {
            items = List.copyOf(items);
        }
    }

    /**
     * One item.
     *
     * @param key what tells it from others of its section
     * @param why why it is left out; empty if it is not
     * @param differences where it differs from what is here; of a new account and the like, all of it
     */
    public record Item(String key, Action action, String why, List<Difference> differences) {

        public Item {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A component that differs.
     *
     * @param here its value here
     * @param wanted its value in the file
     */
    public record Difference(String component, String here, String wanted) {}

    public ImportReport {
        sections = List.copyOf(sections);
    }
}
