package dev.breakwater.ui.operations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.State;
import dev.breakwater.central.operations.HealthSample;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Sparkline;
import dev.breakwater.ui.part.TimeWords;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The readings, the worst first. */
final class ReadingTable extends FactTable {

    ReadingTable(List<HealthReading> readings, Function<String, List<HealthSample>> history, TimeWords times) {
        super(
                "Readings of Breakwater's own health",
                List.of("What", "State", "Now", "Last 7 days", "Limit", "What to do"));
        addClassName("bw-readings");
        readings.stream()
                .sorted(Comparator.comparing(HealthReading::state).reversed())
                .forEach(reading -> row(reading, history.apply(reading.name()), times));
    }

    private void row(HealthReading reading, List<HealthSample> history, TimeWords times) {
        row(
                Markup.text("bw-name", reading.title()),
                Markup.box("bw-reading-state", mark(reading.state()), Markup.text("", word(reading.state()))),
                Markup.text("", reading.shown()),
                history.size() > 1
                        ? line(reading, history, times)
                        : Markup.text("bw-meta bw-nowrap", "not seen long enough"),
                Markup.text("bw-second", reading.threshold()),
                Markup.text("", reading.advice()));
    }

    /** The line, and in its label what it shows. */
    private static Div line(HealthReading reading, List<HealthSample> history, TimeWords times) {
        List<Double> values = history.stream().map(HealthSample::value).toList();
        Div line = new Div(new Sparkline(values, reading.state() == State.FAILING));
        line.getElement().setAttribute("role", "img");
        line.getElement()
                .setAttribute(
                        "aria-label",
                        reading.title() + " since "
                                + times.minute(history.getFirst().at()) + ": from "
                                + figure(Collections.min(values)) + " to " + figure(Collections.max(values)) + ", last "
                                + figure(values.getLast()));
        return line;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.1f", value);
    }

    private static Span mark(State state) {
        return switch (state) {
            case GOOD -> Markup.icon("check");
            case UNKNOWN -> Markup.text("bw-hatch-mark", "");
            case WARNING -> severity("medium");
            case FAILING -> severity("critical");
        };
    }

    private static Span severity(String css) {
        Span mark = Markup.text("bw-sev bw-sev-" + css, "");
        mark.add(Markup.text("bw-shape", ""));
        return mark;
    }

    private static String word(State state) {
        return switch (state) {
            case GOOD -> "good";
            case UNKNOWN -> "unknown";
            case WARNING -> "attention";
            case FAILING -> "failing";
        };
    }
}
