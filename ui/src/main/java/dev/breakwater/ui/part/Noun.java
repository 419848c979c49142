package dev.breakwater.ui.part;

/** What the rows of a list are called, as it stands within a sentence: {@code violation}, {@code violations}. */
public record Noun(String one, String many) {

    /** With its count: {@code 1 violation}, {@code 3 violations}. */
    public String of(long count) {
        return Counted.of(count, one, many);
    }
}
