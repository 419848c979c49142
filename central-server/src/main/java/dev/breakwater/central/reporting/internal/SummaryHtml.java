package dev.breakwater.central.reporting.internal;

import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.central.reporting.ExecutiveSummary.Decision;
import dev.breakwater.central.reporting.ExecutiveSummary.Figure;
import dev.breakwater.central.reporting.ExecutiveSummary.FixTime;
import dev.breakwater.central.reporting.ExecutiveSummary.Risk;
import dev.breakwater.paper.PaperText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes a summary as XHTML, the same for the page and for the PDF. Only {@link PaperText} brings values in, so nothing that
 * comes from a cluster or a person becomes markup.
 */
final class SummaryHtml {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH);
    private static final double TARGET_AT = 60;

    private SummaryHtml() {}

    static String article(ExecutiveSummary summary) {
        StringBuilder html = new StringBuilder("<article class=\"bw-summary\">");
        html.append(
                        "<table class=\"top\"><tr><td class=\"brand\">Breakwater</td><td class=\"right\">Security summary, ")
                .append(text(MONTH.format(summary.asOf().atZone(ZoneOffset.UTC))))
                .append("</td></tr></table><h1>")
                .append(text(summary.headline()))
                .append("</h1>");
        posture(html, summary);
        figures(html, summary.figures());
        risks(html, summary.risks());
        decide(html, summary);
        foot(html, summary);
        return html.append("</article>").toString();
    }

    private static void posture(StringBuilder html, ExecutiveSummary summary) {
        boolean trend = summary.trend().days().size() > 1;
        html.append(
                        "<table class=\"posture\"><tr><td class=\"grade\"><div class=\"box\"><span class=\"meta\">Posture grade</span>")
                .append("<span class=\"letter\">")
                .append(summary.grade() == null ? "none" : summary.grade().name())
                .append("</span><span class=\"meta\">")
                .append(text(summary.gradeMeaning()))
                .append("</span></div></td>");
        html.append("<td class=\"trend\"><h2>Are we getting better?</h2>");
        html.append(
                trend
                        ? TrendSvg.of(summary.trend())
                        : "<p class=\"meta\">There is no trend before the second day.</p>");
        html.append("</td></tr></table>");
    }

    private static void figures(StringBuilder html, List<Figure> figures) {
        html.append("<table class=\"figures\"><tr>");
        for (Figure figure : figures) {
            html.append("<td><span class=\"number\">")
                    .append(text(figure.value()))
                    .append("</span><span class=\"what\">")
                    .append(text(figure.what()))
                    .append("</span><span class=\"meta\">")
                    .append(text(figure.more()))
                    .append("</span></td>");
        }
        html.append("</tr></table>");
    }

    private static void risks(StringBuilder html, List<Risk> risks) {
        html.append("<h2>The largest risks</h2>");
        if (risks.isEmpty()) {
            html.append("<p>No problem is open. What could not be judged is named below.</p>");
            return;
        }
        html.append("<table class=\"risks\">");
        int number = 1;
        for (Risk risk : risks) {
            html.append("<tr><td class=\"rank\">")
                    .append(number++)
                    .append("</td><td>")
                    .append(text(risk.title()));
            if (!risk.why().isEmpty()) {
                html.append("<span class=\"meta\">").append(text(risk.why())).append("</span>");
            }
            html.append("</td><td class=\"right meta\">")
                    .append(text(risk.since()))
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    /** What to decide, and beside it how fast problems are fixed, if that is known. */
    private static void decide(StringBuilder html, ExecutiveSummary summary) {
        if (summary.fixTimes().isEmpty()) {
            decisions(html, summary.decisions());
            return;
        }
        html.append("<table class=\"beside\"><tr><td class=\"first\">");
        decisions(html, summary.decisions());
        html.append("</td><td class=\"second\">");
        fixTimes(html, summary.fixTimes());
        html.append("</td></tr></table>");
    }

    private static void fixTimes(StringBuilder html, List<FixTime> times) {
        html.append("<h2>How fast do we fix?</h2><p class=\"meta\">Average days in the last 90, and the target</p>"
                + "<table class=\"fix\">");
        for (FixTime time : times) {
            double width = Math.min(100, time.days() / time.targetDays() * TARGET_AT);
            boolean late = time.days() > time.targetDays();
            html.append("<tr><td class=\"name\">")
                    .append(text(time.severity()))
                    .append("</td><td><div class=\"track\"><div class=\"bar")
                    .append(late ? " late" : "")
                    .append(String.format(
                            Locale.ENGLISH, "\" style=\"width:%.1f%%\"></div><div class=\"mark\"></div></div>", width))
                    .append("</td><td class=\"right\"><b>")
                    .append(String.format(Locale.ENGLISH, "%.1f", time.days()))
                    .append("</b> of ")
                    .append(time.targetDays())
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    private static void decisions(StringBuilder html, List<Decision> decisions) {
        html.append("<h2>Decisions needed</h2>");
        if (decisions.isEmpty()) {
            html.append("<p>None today.</p>");
            return;
        }
        html.append("<div class=\"box decisions\">");
        for (Decision decision : decisions) {
            html.append("<div class=\"decision\"><b>")
                    .append(text(decision.what()))
                    .append("</b><span class=\"meta\">")
                    .append(text(decision.why()))
                    .append("</span></div>");
        }
        html.append("</div>");
    }

    private static void foot(StringBuilder html, ExecutiveSummary summary) {
        String spots =
                summary.blindSpots().isEmpty() ? "nothing that we know of" : String.join(", ", summary.blindSpots());
        html.append("<p class=\"foot\">What we cannot see: ")
                .append(text(spots))
                .append(".<br/>Data as of ")
                .append(text(MINUTE.format(summary.asOf().atZone(ZoneOffset.UTC))))
                .append(". Scope: ")
                .append(text(summary.scope()))
                .append(". For ")
                .append(text(summary.person()))
                .append(". Breakwater ")
                .append(text(summary.version()))
                .append(".</p>");
    }

    private static String text(String value) {
        return PaperText.of(value);
    }
}
