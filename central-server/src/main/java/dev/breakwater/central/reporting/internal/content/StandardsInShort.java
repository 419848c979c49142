package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.Compliance.Cell;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All standards on one page: a bar for each over the clusters of a report, and a row for each standard and cluster. */
@Component
class StandardsInShort {

    private final Compliance compliance;

    StandardsInShort(Compliance compliance) {
        this.compliance = compliance;
    }

    /** A bar for each standard that concerns these clusters at all. */
    Chart chart(ReportContext context) {
        List<Bar> bars = new ArrayList<>();
        for (Standard standard : compliance.standards()) {
            Tally all = cells(standard, context).stream().map(Cell::controls).reduce(Tally.NONE, Tally::plus);
            if (concerns(all)) {
                bars.add(ComplianceReport.bar(standard.name() + " " + standard.version(), all));
            }
        }
        return new Chart("How the standards come out, over all clusters", ComplianceReport.PARTS, bars, true);
    }

    /** The numbers by cluster, and which standards are not in them. */
    Section section(ReportContext context) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (Standard standard : compliance.standards()) {
            String name = standard.name() + " " + standard.version();
            List<Cell> cells = cells(standard, context).stream()
                    .filter(cell -> concerns(cell.controls()))
                    .toList();
            cells.forEach(cell -> rows.add(row(
                    name,
                    cell.cluster(),
                    ComplianceReport.percent(cell.controls().percent()),
                    cell.controls().passed(),
                    cell.controls().failed(),
                    cell.controls().unknown(),
                    cell.controls().excepted(),
                    cell.controls().manual())));
            if (cells.isEmpty()) {
                apart.add(name);
            }
        }
        List<String> text = new ArrayList<>();
        text.add(ComplianceReport.PERCENT);
        text.add("The evidence of each control is in the report of compliance.");
        if (!apart.isEmpty()) {
            text.add("No cluster is concerned by, or was evaluated for: " + String.join(", ", apart) + ".");
        }
        return new Section(
                1,
                "How the standards come out",
                text,
                List.of(ReportTable.of(
                        "",
                        "Nobody has looked yet.",
                        List.of(
                                ReportColumn.of("standard", "Standard", 7),
                                ReportColumn.of("cluster", "Cluster", 5),
                                ReportColumn.of("percent", "Pass", 2),
                                ReportColumn.of("passed", "Passed", 3),
                                ReportColumn.of("failed", "Failed", 3),
                                ReportColumn.of("unknown", "Unknown", 3),
                                ReportColumn.of("excepted", "Excepted", 3),
                                ReportColumn.of("manual", "Manual", 3)),
                        rows)));
    }

    private static boolean concerns(Tally controls) {
        return controls.counted() + controls.manual() > 0;
    }

    private List<Cell> cells(Standard standard, ReportContext context) {
        List<String> wanted = context.definition().report().clusters();
        return compliance.cells(context.scope()).stream()
                .filter(cell -> cell.standard().equals(standard.id()))
                .filter(cell -> wanted.isEmpty() || wanted.contains(cell.cluster()))
                .toList();
    }
}
