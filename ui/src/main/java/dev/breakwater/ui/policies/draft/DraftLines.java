package dev.breakwater.ui.policies.draft;

import dev.breakwater.engine.kubernetes.ManifestLines;

/** Which line of a policy's text says what, by JSON pointers. */
final class DraftLines {

    private final ManifestLines lines;

    DraftLines(String text) {
        this.lines = ManifestLines.of(text);
    }

    /** From 1; the line of what is above where the field itself is not there. */
    int lineOf(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String part : pointer.split("/", -1)) {
            if (part.matches("\\d{1,6}")) {
                path.append('[').append(part).append(']');
            } else if (!part.isEmpty()) {
                path.append(path.isEmpty() ? "" : ".").append(part);
            }
        }
        return lines.lineOf(path.toString());
    }
}
