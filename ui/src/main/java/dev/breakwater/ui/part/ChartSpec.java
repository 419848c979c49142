package dev.breakwater.ui.part;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values along an axis, as data: no colours, no markup.
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
        @Nullable Flow flow) implements Drawing {

    private static final int ROW_PIXELS = 28;

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

    @Override
    public String target(int one, int index) {
        if (one < 0 || one >= series.size()) {
            return "";
        }
        List<String> targets = series.get(one).targets();
        return index < 0 || index >= targets.size() ? "" : targets.get(index);
    }

    @Override
    public int leastHeight() {
        return kind == Kind.STACKED_BARS ? categories.size() * ROW_PIXELS : 0;
    }

    @Override
    public List<Sheet> sheets() {
        Sheet values = sheet(sentence, axis, categories, series);
        return flow == null
                ? List.of(values)
                : List.of(
                        values,
                        sheet(
                                flow.in().name() + " and " + flow.out().name(),
                                "Span",
                                flow.spans(),
                                List.of(flow.in(), flow.out())));
    }

    private static Sheet sheet(String caption, String axis, List<String> names, List<Series> series) {
        List<String> headers = new ArrayList<>();
        headers.add(axis);
        series.forEach(one -> headers.add(one.name()));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            lines.add(new Line(
                    names.get(i),
                    "",
                    series.stream()
                            .map(one -> Cell.of(
                                    one.values().get(at),
                                    at < one.targets().size() ? one.targets().get(at) : ""))
                            .toList()));
        }
        return new Sheet(caption, headers, lines, true);
    }
}
