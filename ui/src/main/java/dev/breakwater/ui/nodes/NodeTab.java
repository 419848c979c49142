package dev.breakwater.ui.nodes;

import java.util.Arrays;
import java.util.Locale;

/** A part of the page of a node. */
enum NodeTab {
    SUMMARY("Summary"),
    CHECKS("Checks"),
    VULNERABILITIES("Vulnerabilities"),
    PACKAGES("Packages"),
    MACHINE("Machine");

    private final String word;

    NodeTab(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NodeTab of(String parameter) {
        return Arrays.stream(values())
                .filter(tab -> tab.parameter().equals(parameter))
                .findFirst()
                .orElse(SUMMARY);
    }
}
