package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.Vulnerabilities.View;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.engine.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with what is installed. */
@Component
class VulnerabilitiesReport implements ReportSource {

    private static final int BARS = 5;

    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.of("id", "Vulnerability", 5),
            ReportColumn.of("severity", "Severity", 3),
            ReportColumn.of("cvss", "CVSS", 2),
            ReportColumn.of("epss", "EPSS", 2),
            ReportColumn.of("knownExploitedSince", "Exploited since", 3),
            ReportColumn.of("fixable", "Fix", 2),
            ReportColumn.of("images", "Images", 2),
            ReportColumn.of("workloads", "Work- loads", 2),
            ReportColumn.of("firstSeenAt", "Known here since", 4),
            ReportColumn.of("summary", "What it is", 9),
            ReportColumn.aside("epssPercentile"),
            ReportColumn.aside("nvdCvss"),
            ReportColumn.aside("runningImages"),
            ReportColumn.aside("deferred"),
            ReportColumn.aside("falsePositive"),
            ReportColumn.aside("disputed"),
            ReportColumn.aside("publishedAt"),
            ReportColumn.aside("countedAt"));

    private static final Map.Entry<String, String> COUNTED =
            Map.entry("Images and workloads", "are counted over everything that the author may see");

    private final Vulnerabilities vulnerabilities;
    private final Provenance sources;

    VulnerabilitiesReport(Vulnerabilities vulnerabilities, Provenance sources) {
        this.vulnerabilities = vulnerabilities;
        this.sources = sources;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.VULNERABILITIES;
    }

    @Override
    public ReportDocument compose(ReportContext context) {
        Counts bySeverity = new Counts();
        long[] numbers = new long[3];
        boolean more = read(context, FirstRows.COUNTED, one -> {
            bySeverity.add(Counts.word(one.severity()), one.severity());
            numbers[0] += one.knownExploitedSince() != null ? 1 : 0;
            numbers[1] += one.fixable() ? 1 : 0;
            numbers[2] += one.workloads() > 0 ? 1 : 0;
        });
        String headline = bySeverity.total() == 0
                ? "No vulnerability matches. Images that were not looked into, and packages that no feed speaks for,"
                        + " are not in here."
                : Counts.of(bySeverity.total(), "vulnerability", "vulnerabilities") + ", "
                        + Counts.number(numbers[0]) + " of them known to be exploited; a version mends "
                        + Counts.number(numbers[1]) + ".";
        return new ReportDocument(
                "Vulnerabilities of what is installed",
                FirstRows.headline(more, headline),
                context.q().isEmpty() ? List.of() : List.of(COUNTED),
                List.of(
                        new Figure(Counts.number(bySeverity.of(Severity.CRITICAL)), "critical"),
                        new Figure(Counts.number(numbers[0]), "known to be exploited"),
                        new Figure(Counts.number(numbers[1]), "that a version mends"),
                        new Figure(Counts.number(numbers[2]), "that run")),
                List.of(bySeverity.chart(FirstRows.counted(more, "How grave they are"), BARS)),
                List.of(sources.section(context, true)),
                new ReportTable(
                        "Every vulnerability",
                        "None matches.",
                        COLUMNS,
                        rows -> read(context, FirstRows.SHOWN, one -> rows.accept(cells(one)))));
    }

    private boolean read(ReportContext context, int most, Consumer<VulnerabilityRow> sink) {
        return FirstRows.<VulnerabilityRow>read(
                context,
                context.q(),
                most,
                request -> vulnerabilities.list(request, context.scope()),
                all -> vulnerabilities.stream(
                        View.VULNERABILITIES,
                        context.q(),
                        "",
                        context.scope(),
                        one -> all.accept((VulnerabilityRow) one)),
                sink);
    }

    private static List<@Nullable Object> cells(VulnerabilityRow one) {
        return row(
                one.id(),
                one.severity(),
                one.cvss(),
                one.epss(),
                one.knownExploitedSince(),
                one.fixable(),
                one.images(),
                one.workloads(),
                one.firstSeenAt(),
                one.summary(),
                one.epssPercentile(),
                one.nvdCvss(),
                one.runningImages(),
                one.deferred(),
                one.falsePositive(),
                one.disputed(),
                one.publishedAt(),
                one.countedAt());
    }
}
