package dev.breakwater.ui.operations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import dev.breakwater.central.operations.HealthSample;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;
import java.util.Locale;

/** A small line of how a figure went; its label says the same in words. */
final class Sparkline extends Div {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 24;
    private static final int MARGIN = 2;

    /**
     * @param samples at least two, oldest first
     */
    Sparkline(List<HealthSample> samples, String what, TimeWords times) {
        addClassName("bw-spark");
        double low = samples.stream().mapToDouble(HealthSample::value).min().orElse(0);
        double high = samples.stream().mapToDouble(HealthSample::value).max().orElse(0);
        long from = samples.getFirst().at().getEpochSecond();
        long span = Math.max(1, samples.getLast().at().getEpochSecond() - from);
        StringBuilder points = new StringBuilder();
        for (HealthSample sample : samples) {
            double x = MARGIN + (WIDTH - 2.0 * MARGIN) * (sample.at().getEpochSecond() - from) / span;
            double y = high == low
                    ? HEIGHT / 2.0
                    : HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (sample.value() - low) / (high - low);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        Element svg = new Element("svg");
        svg.setAttribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        svg.setAttribute("width", String.valueOf(WIDTH));
        svg.setAttribute("height", String.valueOf(HEIGHT));
        svg.setAttribute("role", "img");
        svg.setAttribute(
                "aria-label",
                what + " since " + times.minute(samples.getFirst().at()) + ": from " + figure(low) + " to "
                        + figure(high) + ", last " + figure(samples.getLast().value()));
        Element line = new Element("polyline");
        line.setAttribute("points", points.toString().strip());
        svg.appendChild(line);
        getElement().appendChild(svg);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.1f", value);
    }
}
