package dev.breakwater.ui.part;

import java.util.Locale;

/** How high the rows of a list are. */
enum Density {
    COMPACT("Compact rows"),
    NORMAL("Normal rows"),
    COMFORTABLE("Comfortable rows");

    private final String words;

    Density(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Class of the grid. */
    String css() {
        return "bw-" + name().toLowerCase(Locale.ROOT);
    }
}
