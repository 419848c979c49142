package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.reporting.ExecutiveSummaries;
import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
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
            ReportColumn.of("part", "Part", 3),
            ReportColumn.of("what", "What", 10),
            ReportColumn.of("value", "Value", 3),
            ReportColumn.of("more", "More", 8));

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
        sections.add(new Section(1, "The largest risks", risks(summary), List.of()));
        sections.add(new Section(1, "Decisions needed", decisions(summary), List.of()));
        sections.add(new Section(1, "What we cannot see", spots(summary), List.of()));
        sections.add(sources.section(context, false));
        return new ReportDocument(
                "Security summary",
                summary.headline(),
                List.of(Map.entry("Scope", summary.scope()), Map.entry("Grade", grade(summary))),
                summary.figures().stream()
                        .map(figure -> new Figure(figure.value(), figure.what()))
                        .toList(),
                List.of(),
                sections,
                ReportTable.of("All of it as a table", "", COLUMNS, rows(summary)));
    }

    private static String grade(ExecutiveSummary summary) {
        return summary.grade() == null
                ? "none, as nothing is judged"
                : summary.grade().name();
    }

    private static List<String> risks(ExecutiveSummary summary) {
        return summary.risks().isEmpty()
                ? List.of("No problem is open. What could not be judged is named below.")
                : summary.risks().stream()
                        .map(risk -> (risk.title() + " " + risk.why() + " " + capital(risk.since()) + ".").strip())
                        .toList();
    }

    private static List<String> decisions(ExecutiveSummary summary) {
        return summary.decisions().isEmpty()
                ? List.of("None today.")
                : summary.decisions().stream()
                        .map(decision -> decision.what() + ". " + decision.why())
                        .toList();
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
