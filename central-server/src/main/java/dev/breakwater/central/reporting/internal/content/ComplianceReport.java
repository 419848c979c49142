package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ControlResult;
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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How standards come out, control by control, with the evidence. */
@Component
class ComplianceReport implements ReportSource {

    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.of("control", "Control", 3),
            // A spreadsheet takes 4.1.1 for a day and 1.10 for 1.1: this says the same and stays text.
            ReportColumn.aside("reference"),
            ReportColumn.of("title", "Asks for", 8),
            ReportColumn.of("cluster", "Cluster", 4),
            ReportColumn.of("outcome", "Outcome", 4),
            ReportColumn.of("passed", "Pass", 2),
            ReportColumn.of("failed", "Fail", 2),
            ReportColumn.of("unknown", "Un- known", 3),
            ReportColumn.of("excepted", "Ex- cepted", 3),
            ReportColumn.aside("notApplicable"),
            ReportColumn.of("since", "So since", 4),
            ReportColumn.aside("evaluatedAt"),
            ReportColumn.aside("evidence"),
            ReportColumn.aside("attestation"),
            ReportColumn.aside("attestedBy"),
            ReportColumn.aside("attestedAt"),
            ReportColumn.aside("attestationValidUntil"),
            ReportColumn.aside("attestationFile"));

    /** So many controls are shown with their evidence in a preview: each costs some questions. */
    private static final int PREVIEWED = 5;

    /** The parts of a bar, as {@link #bar} gives them. */
    static final List<String> PARTS = List.of("Pass", "Fail", "Unknown", "Excepted", "Manual", "Not applicable");

    /** How the percentage counts. */
    static final String PERCENT =
            "Percent is pass ÷ (pass + fail + unknown + excepted), rounded down: what is unknown, and what fails and is"
                    + " excepted for a time, counts against it. Manual and not applicable stand apart.";

    private final Compliance compliance;
    private final ControlRows rows;
    private final ControlSections sections;
    private final AttestedControls attested;
    private final Provenance sources;

    ComplianceReport(
            Compliance compliance,
            ControlRows rows,
            ControlSections sections,
            AttestedControls attested,
            Provenance sources) {
        this.compliance = compliance;
        this.rows = rows;
        this.sections = sections;
        this.attested = attested;
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
        ControlRows.Sums sums = rows.sums(context);
        Tally all = sums.all();
        return new ReportDocument(
                standards.size() == 1
                        ? standards.getFirst().title()
                        : "Compliance with " + Counts.of(standards.size(), "standard", "standards"),
                FirstRows.headline(sums.more(), headline(all)) + gone(context),
                facts(standards, context),
                List.of(
                        new Figure(percent(all.percent()), "of what can be told passes"),
                        new Figure(Counts.number(all.failed()), "controls fail"),
                        new Figure(Counts.number(all.unknown()), "controls are unknown"),
                        new Figure(Counts.number(all.manual()), "ask for a person's word")),
                standards.stream().map(standard -> chart(standard, sums)).toList(),
                parts(standards, sums, context),
                new ReportTable(
                        "Every control by cluster",
                        "No control is left by the filter, or nobody has looked yet.",
                        columns(standards.size()),
                        sink -> write(context, sink)));
    }

    private List<Section> parts(List<Standard> standards, ControlRows.Sums sums, ReportContext context) {
        List<Section> parts = new ArrayList<>();
        parts.add(sources.section(context, true));
        leftOut(context).ifPresent(parts::add);
        int most = context.isPreview() ? PREVIEWED : Integer.MAX_VALUE;
        for (Standard standard : standards) {
            parts.add(summary(standard, sums));
            List<Section> controls = sections.of(standard, context, most);
            parts.addAll(controls);
            most -= controls.size();
        }
        return parts;
    }

    private static List<Map.Entry<String, String>> facts(List<Standard> standards, ReportContext context) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry("Standards", standards.stream().map(Standard::title).collect(Collectors.joining("; "))));
        if (!context.goneStandards().isEmpty()) {
            facts.add(Map.entry("Not in it", GoneStandards.fact(context.goneStandards())));
        }
        return facts;
    }

    private static String gone(ReportContext context) {
        return context.goneStandards().isEmpty() ? "" : " " + GoneStandards.sentence(context.goneStandards());
    }

    /** The id of the standard takes no room on paper where there is one only. */
    private static List<ReportColumn> columns(int standards) {
        List<ReportColumn> columns = new ArrayList<>();
        columns.add(standards == 1 ? ReportColumn.aside("standard") : ReportColumn.of("standard", "Standard", 5));
        columns.addAll(COLUMNS);
        return columns;
    }

    private static String headline(Tally all) {
        return all.counted() + all.manual() == 0
                ? "Nothing is known of what the filter leaves, or it leaves nothing."
                : percent(all.percent()) + " of the controls that can be told pass; "
                        + Counts.number(all.failed()) + " fail, " + Counts.number(all.unknown())
                        + " are unknown, which counts against them; "
                        + Counts.number(all.manual()) + " ask for a person's word.";
    }

    /** Clusters that nobody looked at yet are told where the filter leaves them out: that nothing is said of them is no pass. */
    private Optional<Section> leftOut(ReportContext context) {
        List<String> names = rows.leftOut(context).stream()
                .map(cell -> cell.standard() + " in " + cell.cluster())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        1,
                        "Where nobody has looked yet",
                        List.of("In none of the rows and numbers, as the filter asks for what was found: "
                                + String.join(", ", names) + "."),
                        List.of()));
    }

    private static Chart chart(Standard standard, ControlRows.Sums sums) {
        return new Chart(
                standard.name() + ": controls by how they come out",
                PARTS,
                sums.of(standard).stream()
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

    private static Section summary(Standard standard, ControlRows.Sums sums) {
        return new Section(
                1,
                standard.title(),
                List.of(standard.source(), PERCENT),
                List.of(ReportTable.of(
                        "",
                        "No control is left by the filter, or no cluster is in the scope of this report.",
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
                        sums.of(standard).stream()
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

    private void write(ReportContext context, Consumer<List<@Nullable Object>> sink) {
        AttestedControls.Of attestations = attested.of(context);
        Map<String, String> names =
                compliance.standards().stream().collect(Collectors.toMap(Standard::id, Standard::name, (a, b) -> a));
        rows.each(context, context.isPreview() ? FirstRows.SHOWN : Long.MAX_VALUE, new ControlRows.Sink() {
            @Override
            public void result(ControlResult result) {
                List<@Nullable Object> row = cells(result, names.getOrDefault(result.standard(), result.standard()));
                row.addAll(attestations.cells(result.standard(), result.control(), result.clusterId()));
                sink.accept(row);
            }

            @Override
            public void unseen(Standard standard, Standard.Control control, Compliance.Cell cell) {
                List<@Nullable Object> row = row(
                        standard.id(),
                        control.id(),
                        reference(standard.name(), control.id()),
                        control.title(),
                        cell.cluster(),
                        Outcome.UNKNOWN,
                        0L,
                        0L,
                        0L,
                        0L,
                        0L,
                        null,
                        null,
                        "Nobody has looked yet.");
                row.addAll(attestations.cells(standard.id(), control.id(), cell.clusterId()));
                sink.accept(row);
            }
        });
    }

    private static List<@Nullable Object> cells(ControlResult result, String standard) {
        return row(
                result.standard(),
                result.control(),
                reference(standard, result.control()),
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

    private static String reference(String standard, String control) {
        return standard + " " + control;
    }

    /** As it is written; nothing that counts is no percentage. */
    static String percent(int percent) {
        return percent < 0 ? "–" : percent + " %";
    }
}
