package dev.breakwater.ui.part;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;

/** A small line without axes, its end marked; decoration beside a figure. Drawn from numbers alone. */
public final class Sparkline extends Div {

    private static final int WIDTH = 104;
    private static final int HEIGHT = 32;
    private static final int EDGE = 4;

    /** @param values oldest first, at least two */
    public Sparkline(List<? extends Number> values, boolean alarming) {
        addClassNames("bw-spark", alarming ? "bw-spark-alarming" : "bw-spark-calm");
        getElement().setAttribute("aria-hidden", "true");
        double most = values.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        double least = values.stream().mapToDouble(Number::doubleValue).min().orElse(0);
        // What does not change lies in the middle: at the foot it would read as none.
        boolean flat = most <= least;
        double span = flat ? 2 : most - least;
        double foot = flat ? least - 1 : least;
        StringBuilder points = new StringBuilder();
        double x = 0;
        double y = 0;
        for (int i = 0; i < values.size(); i++) {
            x = EDGE + (double) i / Math.max(1, values.size() - 1) * (WIDTH - 2 * EDGE);
            y = HEIGHT - EDGE - (values.get(i).doubleValue() - foot) / span * (HEIGHT - 2 * EDGE);
            points.append(String.format(Locale.ENGLISH, "%.1f,%.1f ", x, y));
        }
        add(new Svg("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\"><polyline points=\"" + points + "\"/>"
                + String.format(Locale.ENGLISH, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/></svg>", x, y)));
    }
}
