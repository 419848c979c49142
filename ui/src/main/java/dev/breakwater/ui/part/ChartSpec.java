package dev.breakwater.ui.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows, as data: no colours, no markup. The browser's side draws it by its kind; the table beside it and the CSV
 * are made of the same.
 *
 * @param sentence what it says, for those who do not see it
 * @param axis what the categories are, such as {@code Day}
 * @param categories the names along the axis
 * @param series each with one value for each category
 * @param flow two flows under an area, at some of its categories; {@code null} = none
 */
public record ChartSpec(
        Kind kind,
        String sentence,
        String axis,
        List<String> categories,
        List<Series> series,
        @Nullable Flow flow) {

    /** The forms. */
    public enum Kind {
        /** Rows, each one bar of its parts. */
        STACKED_BARS,
        /** Columns side by side, one for each range. */
        HISTOGRAM,
        /** Areas upon each other, over time. */
        STACKED_AREA
    }

    /** What a colour stands for; each has a pattern of its own too. */
    public enum Tone {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW,
        UNKNOWN,
        ACCENT,
        NEUTRAL
    }

    /**
     * Values of one sort.
     *
     * @param values one for each category
     * @param targets where a click on the value leads, one for each category; empty = nowhere
     * @param target where its name leads, empty = nowhere
     */
    public record Series(String name, Tone tone, List<Long> values, List<String> targets, String target) {

        public Series {
            values = List.copyOf(values);
            targets = List.copyOf(targets);
        }
    }

    /**
     * What came and what went, in spans of the axis.
     *
     * @param at the category that each span is drawn at
     * @param spans the spans in words, such as {@code 18 Nov to 24 Nov}
     */
    public record Flow(List<Integer> at, List<String> spans, Series in, Series out) {

        public Flow {
            at = List.copyOf(at);
            spans = List.copyOf(spans);
        }
    }

    public ChartSpec {
        categories = categories.stream().map(PlainText::of).toList();
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("%s has %d values for %d categories"
                        .formatted(one.name(), one.values().size(), categories.size()));
            }
        }
    }
}
