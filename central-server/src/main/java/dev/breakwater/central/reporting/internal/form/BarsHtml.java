package dev.breakwater.central.reporting.internal.form;

import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.paper.PaperText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stacked bars as a table: a bar for who sees it, and the same in numbers beside it for who does not, or prints in grey. It needs
 * no fonts of the machine, as drawings do.
 */
final class BarsHtml {

    /** The widest bar, in percent of its cell: what is left keeps rounding from breaking the line. */
    private static final double FULL = 98;

    /** What is there at all can be seen. */
    private static final double LEAST = 0.8;

    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("Critical", "#B3123A"),
            Map.entry("High", "#D2691E"),
            Map.entry("Medium", "#D9A521"),
            Map.entry("Low", "#8FB3D9"),
            Map.entry("Unknown", "#B8C0C8"),
            Map.entry("Pass", "#3F9B6B"),
            Map.entry("Fail", "#B3123A"),
            Map.entry("Excepted", "#8A5A9E"),
            Map.entry("Manual", "#7E8AC9"),
            Map.entry("Not applicable", "#E3E7EB"));
    private static final List<String> OTHERS = List.of("#3E6FA3", "#8FB3D9", "#7E8A97", "#B8C0C8");

    private BarsHtml() {}

    static void write(Chart chart, Appendable out) throws IOException {
        legend(chart, out);
        long most =
                Math.max(1, chart.bars().stream().mapToLong(BarsHtml::sum).max().orElse(1));
        out.append("<table class=\"bars\"><tbody>");
        for (Bar bar : chart.bars()) {
            long whole = chart.shares() ? Math.max(1, sum(bar)) : most;
            out.append("<tr><th scope=\"row\">")
                    .append(PaperText.of(bar.name()))
                    .append("</th><td class=\"bar\">");
            parts(chart, bar, whole, out);
            out.append("</td><td class=\"note\">")
                    .append(PaperText.of(words(chart, bar)))
                    .append("</td></tr>");
        }
        out.append("</tbody></table>");
    }

    private static void legend(Chart chart, Appendable out) throws IOException {
        if (chart.parts().size() < 2) {
            return;
        }
        out.append("<p class=\"legend\">");
        for (int i = 0; i < chart.parts().size(); i++) {
            String part = chart.parts().get(i);
            if (isThere(chart, i)) {
                out.append("<span class=\"key\" style=\"background-color:")
                        .append(colour(part, i))
                        .append("\"></span><span class=\"part\">")
                        .append(PaperText.of(part))
                        .append("</span> ");
            }
        }
        out.append("</p>");
    }

    private static boolean isThere(Chart chart, int part) {
        return chart.bars().stream().anyMatch(bar -> bar.values().get(part) > 0);
    }

    private static void parts(Chart chart, Bar bar, long whole, Appendable out) throws IOException {
        double used = 0;
        for (int i = 0; i < bar.values().size(); i++) {
            long value = bar.values().get(i);
            if (value > 0) {
                double width = Math.min(Math.max(LEAST, value * FULL / whole), FULL - used);
                used += width;
                out.append(String.format(
                        Locale.ENGLISH,
                        "<span style=\"width:%.2f%%;background-color:%s\"></span>",
                        width,
                        colour(chart.parts().get(i), i)));
            }
        }
    }

    private static String words(Chart chart, Bar bar) {
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < bar.values().size(); i++) {
            long value = bar.values().get(i);
            if (value > 0) {
                String number = String.format(Locale.ENGLISH, "%,d", value);
                counts.add(
                        chart.parts().size() == 1
                                ? number
                                : number + " " + chart.parts().get(i).toLowerCase(Locale.ROOT));
            }
        }
        String all = counts.isEmpty() ? "none" : String.join(", ", counts);
        return bar.note().isEmpty() ? all : bar.note() + ": " + all;
    }

    private static String colour(String part, int index) {
        return COLOURS.getOrDefault(part, OTHERS.get(index % OTHERS.size()));
    }

    private static long sum(Bar bar) {
        return bar.values().stream().mapToLong(Long::longValue).sum();
    }
}
