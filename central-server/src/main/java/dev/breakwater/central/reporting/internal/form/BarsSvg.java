package dev.breakwater.central.reporting.internal.form;

import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.paper.PaperText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Stacked bars, for print: light colours, told apart in grey by their shade, and each with its numbers. */
final class BarsSvg {

    private static final int WIDTH = 680;
    private static final int NAME = 236;
    private static final int NOTE = 96;
    private static final int ROW = 24;
    private static final int BAR = 14;
    private static final int LEGEND = 26;
    private static final int LONGEST_NAME = 30;
    private static final String INK = "#15202B";
    private static final String META = "#5D6A77";
    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("Critical", "#B3123A"),
            Map.entry("High", "#D2691E"),
            Map.entry("Medium", "#D9A521"),
            Map.entry("Low", "#8FB3D9"),
            Map.entry("Unknown", "#B8C0C8"),
            Map.entry("Pass", "#3F9B6B"),
            Map.entry("Fail", "#B3123A"),
            Map.entry("Manual", "#7E8AC9"),
            Map.entry("Not applicable", "#E3E7EB"));
    private static final List<String> OTHERS = List.of("#3E6FA3", "#8FB3D9", "#7E8A97", "#B8C0C8");

    private BarsSvg() {}

    static String of(Chart chart) {
        List<Bar> bars = chart.bars();
        int height = LEGEND + bars.size() * ROW + 4;
        long most = Math.max(1, bars.stream().mapToLong(BarsSvg::sum).max().orElse(1));
        String words = chart.title() + ": "
                + bars.stream()
                        .map(bar -> bar.name() + " " + values(chart, bar))
                        .collect(Collectors.joining("; "));
        StringBuilder svg = new StringBuilder();
        svg.append(f(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" alt=\"%s\" aria-label=\"%s\" viewBox=\"0 0 %d"
                        + " %d\" width=\"%d\" height=\"%d\" font-family=\"Liberation Sans, Helvetica, sans-serif\""
                        + " font-size=\"12\">",
                PaperText.of(words), PaperText.of(words), WIDTH, height, WIDTH, height));
        legend(svg, chart);
        for (int i = 0; i < bars.size(); i++) {
            bar(svg, chart, bars.get(i), LEGEND + i * ROW, most);
        }
        return svg.append("</svg>").toString();
    }

    private static void legend(StringBuilder svg, Chart chart) {
        int x = NAME;
        for (int i = 0; i < chart.parts().size() && chart.parts().size() > 1; i++) {
            String part = chart.parts().get(i);
            svg.append(f("<rect x=\"%d\" y=\"3\" width=\"10\" height=\"10\" fill=\"%s\"/>", x, colour(part, i)));
            svg.append(text(x + 14, 12, "start", META, part));
            x += 26 + part.length() * 7;
        }
    }

    private static void bar(StringBuilder svg, Chart chart, Bar bar, int top, long most) {
        svg.append(text(NAME - 10, top + 12, "end", INK, shortened(bar.name())));
        double x = NAME;
        double scale = (WIDTH - NAME - NOTE) / (double) most;
        for (int i = 0; i < bar.values().size(); i++) {
            double width = bar.values().get(i) * scale;
            if (width > 0) {
                svg.append(f(
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                        x,
                        top,
                        Math.max(1, width - 0.8),
                        BAR,
                        colour(chart.parts().get(i), i)));
                x += width;
            }
        }
        String note = bar.note().isEmpty() ? String.format(Locale.ENGLISH, "%,d", sum(bar)) : bar.note();
        svg.append(text((int) x + 8, top + 12, "start", META, note));
    }

    private static String values(Chart chart, Bar bar) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < bar.values().size(); i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(bar.values().get(i))
                    .append(' ')
                    .append(chart.parts().get(i).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private static String colour(String part, int index) {
        return COLOURS.getOrDefault(part, OTHERS.get(index % OTHERS.size()));
    }

    private static long sum(Bar bar) {
        return bar.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String text(int x, int y, String anchor, String colour, String words) {
        return f(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, anchor, colour, PaperText.of(words));
    }

    private static String f(String format, Object... values) {
        return String.format(Locale.ENGLISH, format, values);
    }
}
