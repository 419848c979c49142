package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.reporting.ExecutiveSummaries;
import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The executive summary as a report. */
@Component
class SummaryReport implements ReportSource {

    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.aside("part"),
            ReportColumn.aside("what"),
            ReportColumn.aside("value"),
            ReportColumn.aside("more"));

    private static final List<Integer> DAYS_BACK = List.of(0, 7, 30, 60, 89);

    private final ExecutiveSummaries summaries;
    private final Provenance sources;

    SummaryReport(ExecutiveSummaries summaries, Provenance sources) {
        this.summaries = summaries;
        this.sources = sources;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.EXECUTIVE_SUMMARY;
    }

    @Override
    public ReportDocument compose(ReportContext context) {
        ExecutiveSummary summary = summaries.summary(PlaceFilter.parse(context.q()), context.scope());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(1, "Posture grade: " + grade(summary), List.of(summary.gradeMeaning()), List.of()));
        sections.add(new Section(1, "Decisions needed", List.of(), List.of(decisions(summary))));
        sections.add(new Section(1, "The largest risks", List.of(), List.of(risks(summary))));
        sections.add(new Section(1, "How long fixing takes", List.of(), List.of(fixing(summary))));
        sections.add(new Section(1, "What we cannot see", spots(summary), List.of()));
        sections.add(sources.section(context, false));
        return new ReportDocument(
                "Security summary",
                summary.headline(),
                List.of(Map.entry("Scope", summary.scope()), Map.entry("Grade", grade(summary))),
                summary.figures().stream()
                        .map(figure -> new Figure(
                                figure.value(), figure.what() + (figure.more().isEmpty() ? "" : ", " + figure.more())))
                        .toList(),
                List.of(trend(summary.trend())),
                sections,
                ReportTable.of("All of it as a table", "", COLUMNS, rows(summary)));
    }

    private static String grade(ExecutiveSummary summary) {
        return summary.grade() == null
                ? "none, as nothing is judged"
                : summary.grade().name();
    }

    private static ReportTable risks(ExecutiveSummary summary) {
        return ReportTable.of(
                "",
                "No problem is open. What could not be judged is named below.",
                List.of(
                        ReportColumn.of("risk", "What is open", 9),
                        ReportColumn.of("why", "Why it matters", 10),
                        ReportColumn.of("since", "How long", 3)),
                summary.risks().stream()
                        .map(risk -> row(risk.title(), risk.why(), risk.since()))
                        .toList());
    }

    private static ReportTable decisions(ExecutiveSummary summary) {
        return ReportTable.of(
                "",
                "None today.",
                List.of(
                        ReportColumn.of("decision", "What somebody has to decide", 9),
                        ReportColumn.of("why", "Why", 13)),
                summary.decisions().stream()
                        .map(decision -> row(decision.what(), decision.why()))
                        .toList());
    }

    private static ReportTable fixing(ExecutiveSummary summary) {
        return ReportTable.of(
                "",
                "Nothing was fixed in the last 90 days, so nobody can tell.",
                List.of(
                        ReportColumn.of("severity", "Severity", 4),
                        ReportColumn.of("days", "Days on average", 4),
                        ReportColumn.of("target", "Target, days", 4),
                        ReportColumn.of("fixed", "Fixed in 90 days", 4)),
                summary.fixTimes().stream()
                        .map(one -> row(one.severity(), one.days(), (long) one.targetDays(), one.fixed()))
                        .toList());
    }

    /** Some days of the last 90; those that central does not know are left out. */
    private static Chart trend(ViolationTrend trend) {
        List<Bar> bars = new ArrayList<>();
        for (int back : DAYS_BACK) {
            BySeverity open = trend.openDaysAgo(back);
            if (open != null) {
                String name = back == 0 ? "now" : back + " days ago";
                bars.add(new Bar(name, List.of(open.critical(), open.high(), open.medium(), open.low()), ""));
            }
        }
        return new Chart("What is open, and which way it goes", List.of("Critical", "High", "Medium", "Low"), bars);
    }

    private static List<String> spots(ExecutiveSummary summary) {
        return summary.blindSpots().isEmpty()
                ? List.of("Nothing that we know of.")
                : List.of(capital(String.join(", ", summary.blindSpots())) + ".");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static List<List<@Nullable Object>> rows(ExecutiveSummary summary) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(row("Grade", summary.gradeMeaning(), grade(summary), ""));
        summary.figures().forEach(one -> rows.add(row("Figure", one.what(), one.value(), one.more())));
        summary.risks().forEach(one -> rows.add(row("Risk", one.title(), one.since(), one.why())));
        summary.fixTimes()
                .forEach(one -> rows.add(row(
                        "Time to fix",
                        one.severity() + ": days on average",
                        one.days(),
                        "target " + one.targetDays() + " days, " + one.fixed() + " fixed")));
        summary.decisions().forEach(one -> rows.add(row("Decision", one.what(), "", one.why())));
        summary.blindSpots().forEach(one -> rows.add(row("Not seen", one, "", "")));
        return rows;
    }
}
