package dev.breakwater.ui.images;

import java.util.Arrays;
import java.util.Locale;

/** The parts of an image's page; each is read when it is looked at. */
enum ImageTab {
    SUMMARY("Summary"),
    VULNERABILITIES("Vulnerabilities"),
    PACKAGES("Packages"),
    LAYERS("Layers and history"),
    CONFIGURATION("Configuration"),
    FILES("Secrets and files"),
    CHANGES("Why did it change");

    private final String word;

    ImageTab(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** As it stands in the URL. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImageTab of(String parameter) {
        return Arrays.stream(values())
                .filter(tab -> tab.parameter().equals(parameter))
                .findFirst()
                .orElse(SUMMARY);
    }
}
