package dev.breakwater.ui.operations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.State;
import dev.breakwater.central.operations.HealthSample;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Sparkline;
import dev.breakwater.ui.part.TimeWords;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The readings, the worst first. */
final class ReadingTable extends NativeTable {

    ReadingTable(List<HealthReading> readings, Function<String, List<HealthSample>> history, TimeWords times) {
        addClassNames("bw-table", "bw-readings");
        setCaptionText("Readings of Breakwater's own health");
        NativeTableRow head = getHead().addRow();
        for (String title : List.of("State", "What", "Now", "Last 7 days", "Limit", "What to do")) {
            head.addHeaderCell().setText(title);
        }
        readings.stream()
                .sorted(Comparator.comparing(HealthReading::state).reversed())
                .forEach(reading -> row(reading, history.apply(reading.name()), times));
    }

    private void row(HealthReading reading, List<HealthSample> history, TimeWords times) {
        NativeTableRow row = getBody().addRow();
        NativeTableCell state = row.addDataCell();
        state.add(mark(reading.state()), new Span(word(reading.state())));
        row.addHeaderCell().add(Markup.text("bw-name", reading.title()));
        row.addDataCell().setText(reading.shown());
        NativeTableCell trend = row.addDataCell();
        if (history.size() > 1) {
            trend.add(line(reading, history, times));
        } else {
            trend.add(Markup.text("bw-meta", "not seen long enough"));
        }
        row.addDataCell().add(Markup.text("bw-second", reading.threshold()));
        row.addDataCell().setText(reading.advice());
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
