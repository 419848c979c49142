package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every control by cluster, as a table: what a spreadsheet gets of a report of compliance. */
@Component
class ControlTable {

    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.of("control", "Control", 3),
            // A spreadsheet takes 4.1.1 for a day and 1.10 for 1.1: this says the same and stays text.
            ReportColumn.aside("reference"),
            ReportColumn.of("title", "Asks for", 8),
            ReportColumn.of("cluster", "Cluster", 4),
            ReportColumn.of("outcome", "Outcome", 4),
            ReportColumn.of("basis", "Rests on", 4),
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
            ReportColumn.aside("attestationFile"),
            ReportColumn.aside("exceptions"));

    private final Compliance compliance;
    private final ControlRows rows;
    private final AttestedControls attested;
    private final ExceptedControls excepted;

    ControlTable(Compliance compliance, ControlRows rows, AttestedControls attested, ExceptedControls excepted) {
        this.compliance = compliance;
        this.rows = rows;
        this.attested = attested;
        this.excepted = excepted;
    }

    /** @param standards how many the report is about */
    ReportTable of(ReportContext context, int standards) {
        return new ReportTable(
                "Every control by cluster",
                "No control is left by the filter, or nobody has looked yet.",
                columns(standards),
                sink -> write(context, sink));
    }

    /** The id of the standard takes no room on paper where there is one only. */
    private static List<ReportColumn> columns(int standards) {
        List<ReportColumn> columns = new ArrayList<>();
        columns.add(standards == 1 ? ReportColumn.aside("standard") : ReportColumn.of("standard", "Standard", 5));
        columns.addAll(COLUMNS);
        return columns;
    }

    private void write(ReportContext context, Consumer<List<@Nullable Object>> sink) {
        AttestedControls.Of attestations = attested.of(context);
        ExceptedControls.Of exceptions = excepted.of(context);
        Map<String, Standard> standards = compliance.standards().stream()
                .collect(Collectors.toMap(Standard::id, Function.identity(), (a, b) -> a));
        rows.each(context, context.isPreview() ? FirstRows.SHOWN : Long.MAX_VALUE, new ControlRows.Sink() {
            @Override
            public void result(ControlResult result) {
                Optional<Standard> of = Optional.ofNullable(standards.get(result.standard()));
                List<@Nullable Object> row =
                        cells(result, of.map(Standard::name).orElse(result.standard()));
                row.addAll(attestations.cells(result.standard(), result.control(), result.clusterId()));
                row.add(exceptions.words(of, result));
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
                        Basis.NOTHING,
                        0L,
                        0L,
                        0L,
                        0L,
                        0L,
                        null,
                        null,
                        List.of("Nobody has looked yet."));
                row.addAll(attestations.cells(standard.id(), control.id(), cell.clusterId()));
                row.add(List.of());
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
                Basis.of(result),
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
                        .toList());
    }

    private static String reference(String standard, String control) {
        return standard + " " + control;
    }
}
