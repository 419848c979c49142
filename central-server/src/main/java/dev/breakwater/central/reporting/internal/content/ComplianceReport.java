package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How standards come out, control by control, with the evidence. */
@Component
class ComplianceReport implements ReportSource {

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
    private final ControlTable table;
    private final ControlEvidence evidence;
    private final Provenance sources;

    ComplianceReport(
            Compliance compliance,
            ControlRows rows,
            ControlSections sections,
            ControlTable table,
            ControlEvidence evidence,
            Provenance sources) {
        this.compliance = compliance;
        this.rows = rows;
        this.sections = sections;
        this.table = table;
        this.evidence = evidence;
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
        boolean byOutcome = ControlRows.choosesByOutcome(context);
        return new ReportDocument(
                standards.size() == 1
                        ? standards.getFirst().title()
                        : "Compliance with " + Counts.of(standards.size(), "standard", "standards"),
                FirstRows.headline(sums.more(), headline(all, byOutcome)) + gone(context),
                facts(standards, context),
                List.of(
                        byOutcome
                                ? new Figure(Counts.number(all.passed()), "controls pass")
                                : new Figure(percent(all.percent()), "of what can be told passes"),
                        new Figure(Counts.number(all.failed()), "controls fail"),
                        new Figure(Counts.number(all.unknown()), "controls are unknown"),
                        new Figure(Counts.number(all.manual()), "ask for a person's word")),
                standards.stream()
                        .map(standard -> chart(standard, sums, byOutcome))
                        .toList(),
                parts(standards, sums, context),
                table.of(context, standards.size()),
                evidence.of(context));
    }

    private List<Section> parts(List<Standard> standards, ControlRows.Sums sums, ReportContext context) {
        boolean byOutcome = ControlRows.choosesByOutcome(context);
        List<Section> parts = new ArrayList<>();
        parts.add(sources.section(context, true));
        leftOut(context).ifPresent(parts::add);
        int most = context.isPreview() ? PREVIEWED : Integer.MAX_VALUE;
        for (Standard standard : standards) {
            parts.add(summary(standard, sums, byOutcome));
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

    private static String headline(Tally all, boolean byOutcome) {
        if (all.counted() + all.manual() == 0) {
            return "Nothing is known of what the filter leaves, or it leaves nothing.";
        }
        return byOutcome
                ? "Of the controls that come out as the filter asks, " + Counts.number(all.passed()) + " pass, "
                        + Counts.number(all.failed()) + " fail, " + Counts.number(all.unknown()) + " are unknown, "
                        + Counts.number(all.excepted()) + " are excepted; " + Counts.number(all.manual())
                        + " ask for a person's word. A share of them would say nothing."
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

    private static Chart chart(Standard standard, ControlRows.Sums sums, boolean byOutcome) {
        return new Chart(
                standard.name() + ": controls by how they come out",
                PARTS,
                sums.of(standard).stream()
                        .map(cell -> bar(cell.cluster(), cell.controls(), !byOutcome))
                        .toList(),
                true);
    }

    /**
     * How controls come out, as a bar.
     *
     * @param share whether it says the percentage
     */
    static Bar bar(String name, Tally controls, boolean share) {
        return new Bar(
                name,
                List.of(
                        controls.passed(),
                        controls.failed(),
                        controls.unknown(),
                        controls.excepted(),
                        controls.manual(),
                        controls.notApplicable()),
                share && controls.percent() >= 0 ? percent(controls.percent()) : "");
    }

    private static Section summary(Standard standard, ControlRows.Sums sums, boolean byOutcome) {
        return new Section(
                1,
                standard.title(),
                byOutcome ? List.of(standard.source()) : List.of(standard.source(), PERCENT),
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
                                        byOutcome
                                                ? percent(-1)
                                                : percent(cell.controls().percent()),
                                        cell.controls().passed(),
                                        cell.controls().failed(),
                                        cell.controls().unknown(),
                                        cell.controls().excepted(),
                                        cell.controls().manual(),
                                        cell.controls().notApplicable(),
                                        cell.evaluatedAt()))
                                .toList())));
    }

    /** As it is written; nothing that counts is no percentage. */
    static String percent(int percent) {
        return percent < 0 ? "–" : percent + " %";
    }
}
