package dev.breakwater.scanner.sbom;

import org.jspecify.annotations.Nullable;

/** CVSS scores as others write them. */
final class Scores {

    private Scores() {}

    /** A score from 0.0 to 10.0; {@code null} for anything else. */
    static @Nullable Double score(String text) {
        if (!text.matches("\\d{1,2}(\\.\\d{1,6})?")) {
            return null;
        }
        double score = Double.parseDouble(text);
        return score <= 10 ? score : null;
    }
}
