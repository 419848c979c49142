package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How standards come out, control by control, with the evidence. */
@Component
class ComplianceReport implements ReportSource {

    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.of("standard", "Standard", 5),
            ReportColumn.of("control", "Control", 3),
            ReportColumn.of("title", "Asks for", 9),
            ReportColumn.of("cluster", "Cluster", 4),
            ReportColumn.of("outcome", "Outcome", 3),
            ReportColumn.of("passed", "Pass", 2),
            ReportColumn.of("failed", "Fail", 2),
            ReportColumn.of("unknown", "Un- known", 3),
            ReportColumn.of("excepted", "Ex- cepted", 3),
            ReportColumn.aside("notApplicable"),
            ReportColumn.of("since", "So since", 4),
            ReportColumn.aside("evaluatedAt"),
            ReportColumn.aside("evidence"));

    /** The parts of a bar, as {@link #bar} gives them. */
    static final List<String> PARTS = List.of("Pass", "Fail", "Unknown", "Excepted", "Manual", "Not applicable");

    /** How the percentage counts. */
    static final String PERCENT =
            "Percent is pass ÷ (pass + fail + unknown + excepted), rounded down: what is unknown, and what fails and is"
                    + " excepted for a time, counts against it. Manual and not applicable stand apart.";

    private final Compliance compliance;
    private final ControlSections sections;
    private final Provenance sources;

    ComplianceReport(Compliance compliance, ControlSections sections, Provenance sources) {
        this.compliance = compliance;
        this.sections = sections;
        this.sources = sources;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.COMPLIANCE;
    }

    @Override
    public ReportDocument compose(ReportContext context) {
        List<Standard> standards = compliance.standards().stream()
                .filter(standard -> context.standards().contains(standard.id()))
                .toList();
        List<Compliance.Cell> cells = cells(context);
        Tally all = cells.stream().map(Compliance.Cell::controls).reduce(Tally.NONE, Tally::plus);
        List<Section> parts = new ArrayList<>();
        parts.add(sources.section(context, true));
        for (Standard standard : standards) {
            parts.add(summary(standard, cells));
            parts.addAll(sections.of(standard, context));
        }
        return new ReportDocument(
                standards.size() == 1
                        ? standards.getFirst().name() + " "
                                + standards.getFirst().version()
                        : "Compliance with " + Counts.of(standards.size(), "standard", "standards"),
                headline(all),
                List.of(Map.entry(
                        "Standards",
                        standards.stream()
                                .map(standard -> standard.name() + " " + standard.version())
                                .collect(Collectors.joining("; ")))),
                List.of(
                        new Figure(percent(all.percent()), "of what can be told passes"),
                        new Figure(Counts.number(all.failed()), "controls fail"),
                        new Figure(Counts.number(all.unknown()), "controls are unknown"),
                        new Figure(Counts.number(all.manual()), "ask for a person's word")),
                standards.stream().map(standard -> chart(standard, cells)).toList(),
                parts,
                new ReportTable(
                        "Every control by cluster",
                        "Nobody has looked yet.",
                        COLUMNS,
                        rows -> results(context, result -> rows.accept(cells(result)))));
    }

    private static String headline(Tally all) {
        return all.counted() + all.manual() == 0
                ? "Nobody has looked yet: nothing is known."
                : percent(all.percent()) + " of the controls that can be told pass; "
                        + Counts.number(all.failed()) + " fail, " + Counts.number(all.unknown())
                        + " are unknown, which counts against them; "
                        + Counts.number(all.manual()) + " ask for a person's word.";
    }

    private List<Compliance.Cell> cells(ReportContext context) {
        List<String> wanted = context.definition().report().clusters();
        return compliance.cells(context.scope()).stream()
                .filter(cell -> context.standards().contains(cell.standard()))
                .filter(cell -> wanted.isEmpty() || wanted.contains(cell.cluster()))
                .toList();
    }

    private static Chart chart(Standard standard, List<Compliance.Cell> cells) {
        return new Chart(
                standard.name() + ": controls by how they come out",
                PARTS,
                cells.stream()
                        .filter(cell -> cell.standard().equals(standard.id()))
                        .map(cell -> bar(cell.cluster(), cell.controls()))
                        .toList(),
                true);
    }

    /** How controls come out, as a bar. */
    static Bar bar(String name, Tally controls) {
        return new Bar(
                name,
                List.of(
                        controls.passed(),
                        controls.failed(),
                        controls.unknown(),
                        controls.excepted(),
                        controls.manual(),
                        controls.notApplicable()),
                controls.percent() < 0 ? "" : percent(controls.percent()));
    }

    private static Section summary(Standard standard, List<Compliance.Cell> cells) {
        return new Section(
                1,
                standard.name() + " " + standard.version(),
                List.of(standard.source(), PERCENT),
                List.of(ReportTable.of(
                        "",
                        "No cluster is in the scope of this report.",
                        List.of(
                                ReportColumn.of("cluster", "Cluster", 4),
                                ReportColumn.of("percent", "Pass", 2),
                                ReportColumn.of("passed", "Passed", 2),
                                ReportColumn.of("failed", "Failed", 2),
                                ReportColumn.of("unknown", "Unknown", 2),
                                ReportColumn.of("excepted", "Excepted", 2),
                                ReportColumn.of("manual", "Manual", 2),
                                ReportColumn.of("notApplicable", "Not applicable", 3),
                                ReportColumn.of("evaluatedAt", "Evaluated", 4)),
                        cells.stream()
                                .filter(cell -> cell.standard().equals(standard.id()))
                                .map(cell -> row(
                                        cell.cluster(),
                                        percent(cell.controls().percent()),
                                        cell.controls().passed(),
                                        cell.controls().failed(),
                                        cell.controls().unknown(),
                                        cell.controls().excepted(),
                                        cell.controls().manual(),
                                        cell.controls().notApplicable(),
                                        cell.evaluatedAt()))
                                .toList())));
    }

    /** Results of the standards, page by page: each page is small, and all are of one snapshot. */
    private void results(ReportContext context, Consumer<ControlResult> sink) {
        for (String standard : context.standards()) {
            String q = FilterExpression.parse(context.q())
                    .and("standard", standard)
                    .toString();
            String token = null;
            do {
                Page<ControlResult> page =
                        compliance.results(new ListRequest(q, "", ListRequest.MAX_PAGE_SIZE, token), context.scope());
                page.items().forEach(sink);
                token = page.nextPageToken();
            } while (token != null);
        }
    }

    private static List<@Nullable Object> cells(ControlResult result) {
        return row(
                result.standard(),
                result.control(),
                result.title(),
                result.cluster(),
                result.outcome(),
                result.passed(),
                result.failed(),
                result.unknown(),
                result.excepted(),
                result.notApplicable(),
                result.since(),
                result.evaluatedAt(),
                result.evidence().stream()
                        .filter(sample -> sample.outcome() != Outcome.PASS)
                        .map(sample -> ControlSections.object(sample) + ": " + sample.message())
                        .collect(Collectors.joining(" | ")));
    }

    /** As it is written; nothing that counts is no percentage. */
    static String percent(int percent) {
        return percent < 0 ? "–" : percent + " %";
    }
}
