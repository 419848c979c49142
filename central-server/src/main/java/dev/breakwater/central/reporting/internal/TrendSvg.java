package dev.breakwater.central.reporting.internal;

import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.detection.ViolationTrend.Day;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Two lines over time, drawn from numbers and dates alone: for print, so in light colours only, told apart by their width too. */
final class TrendSvg {

    private static final int WIDTH = 460;
    private static final int HEIGHT = 170;
    private static final int LEFT = 34;
    private static final int RIGHT = 326;
    private static final int TOP = 10;
    private static final int BOTTOM = 140;
    private static final int LABEL_GAP = 16;
    private static final String LINE = "#DCE2E8";
    private static final String META = "#5D6A77";
    private static final String SERIOUS = "#B24700";
    private static final String CRITICAL = "#B3123A";

    private TrendSvg() {}

    /** @param trend of at least two days */
    static String of(ViolationTrend trend) {
        List<Day> days = trend.days();
        long most = Math.max(4, days.stream().mapToLong(TrendSvg::serious).max().orElse(0));
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(HEIGHT)
                .append("\" font-family=\"Liberation Sans, Helvetica, sans-serif\" font-size=\"12\">");
        for (int i = 0; i <= 2; i++) {
            double y = BOTTOM - i / 2.0 * (BOTTOM - TOP);
            svg.append(f("<path d=\"M%d %.1fH%d\" stroke=\"%s\" stroke-width=\"1\"/>", LEFT, y, RIGHT, LINE));
            svg.append(text(LEFT - 8, y + 4, "end", META, "normal", String.valueOf(Math.round(most * i / 2.0))));
        }
        line(svg, days, TrendSvg::serious, most, SERIOUS, 1.75);
        line(svg, days, day -> day.open().critical(), most, CRITICAL, 2.5);
        double serious = y(serious(days.getLast()), most);
        double critical = Math.max(y(days.getLast().open().critical(), most), serious + LABEL_GAP);
        svg.append(
                text(RIGHT + 8, serious + 4, "start", SERIOUS, "bold", serious(days.getLast()) + " high or critical"));
        svg.append(text(
                RIGHT + 8,
                critical + 4,
                "start",
                CRITICAL,
                "bold",
                days.getLast().open().critical() + " critical"));
        svg.append(text(
                LEFT,
                BOTTOM + 18,
                "start",
                META,
                "normal",
                SummaryWords.day(days.getFirst().day())));
        svg.append(text(
                RIGHT,
                BOTTOM + 18,
                "end",
                META,
                "normal",
                SummaryWords.day(days.getLast().day())));
        return svg.append("</svg>").toString();
    }

    private static long serious(Day day) {
        return day.open().critical() + day.open().high();
    }

    private static double y(long value, long most) {
        return BOTTOM - value / (double) most * (BOTTOM - TOP);
    }

    private static void line(
            StringBuilder svg, List<Day> days, ToLongFunction<Day> of, long most, String colour, double width) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            double x = LEFT + i / (double) (days.size() - 1) * (RIGHT - LEFT);
            points.append(f("%.1f,%.1f ", x, y(of.applyAsLong(days.get(i)), most)));
        }
        svg.append(f(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.2f\"/>", points, colour, width));
    }

    private static String text(double x, double y, String anchor, String colour, String weight, String words) {
        return f(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-weight=\"%s\">%s</text>",
                x, y, anchor, colour, weight, words);
    }

    private static String f(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
