package dev.breakwater.ui.risk;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.risk.RiskMove;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A score over time: it holds until the next step, so no line is slanted. Drawn from numbers alone. */
final class StepLine extends Div {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 96;

    /** @param moves newest first, at least two */
    StepLine(List<RiskMove> moves, Instant now) {
        addClassName("bw-step-line");
        double most = moves.stream().mapToDouble(RiskMove::score).max().orElse(1);
        double from = moves.getLast().at().toEpochMilli();
        double span = Math.max(1, now.toEpochMilli() - from);
        StringBuilder path = new StringBuilder();
        for (RiskMove move : moves.reversed()) {
            double x = (move.at().toEpochMilli() - from) / span * WIDTH;
            double y = y(move.score(), most);
            path.append(
                    path.isEmpty()
                            ? String.format(Locale.ENGLISH, "M%.1f %.1f", x, y)
                            : String.format(Locale.ENGLISH, "H%.1fV%.1f", x, y));
        }
        path.append("H").append(WIDTH);
        add(new Svg("<svg viewBox=\"0 -6 " + WIDTH + " " + (HEIGHT + 12)
                + "\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"The score over time; the steps are listed below\">"
                + "<path class=\"bw-step-grid\" d=\"M0 0H" + WIDTH + "M0 " + HEIGHT / 2 + "H" + WIDTH + "M0 " + HEIGHT
                + "H"
                + WIDTH + "\"/><path class=\"bw-step\" d=\"" + path + "\"/></svg>"));
    }

    private static double y(double score, double most) {
        return HEIGHT - score / most * HEIGHT;
    }
}
