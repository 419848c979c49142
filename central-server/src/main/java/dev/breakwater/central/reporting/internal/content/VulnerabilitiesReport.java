package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.reporting.ReportedWorkloads;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.central.vulnerabilities.Vulnerabilities.View;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.engine.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Feeds feeds;
    private final Provenance sources;

    VulnerabilitiesReport(Vulnerabilities vulnerabilities, Feeds feeds, Provenance sources) {
        this.vulnerabilities = vulnerabilities;
        this.feeds = feeds;
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
        SeenImages seen = SeenImages.of(context, vulnerabilities, feeds);
        boolean nothing = bySeverity.total() == 0 && seen.isNothing();
        String found = bySeverity.total() == 0
                ? nothing ? "Nothing is known of what is installed here." : "No vulnerability matches."
                : Counts.of(bySeverity.total(), "vulnerability", "vulnerabilities") + ", "
                        + (seen.catalogue() ? Counts.number(numbers[0]) + " of them known to be exploited; " : "")
                        + "a version mends "
                        + Counts.number(numbers[1]) + ".";
        List<String> unknown = seen.sentences();
        String headline = Stream.concat(Stream.of(FirstRows.headline(more, found)), unknown.stream())
                .collect(Collectors.joining(" "));
        return new ReportDocument(
                "Vulnerabilities of what is installed",
                headline,
                facts(context),
                List.of(
                        figure(nothing, bySeverity.of(Severity.CRITICAL), "critical"),
                        figure(nothing || !seen.catalogue(), numbers[0], "known to be exploited"),
                        figure(nothing, numbers[1], "that a version mends"),
                        figure(nothing, numbers[2], "that run"),
                        new Figure(
                                Counts.number(seen.notLookedInto()),
                                "of " + Counts.of(seen.known().images(), "image that runs", "images that run")
                                        + " nobody looked into")),
                nothing ? List.of() : List.of(bySeverity.chart(FirstRows.counted(more, "How grave they are"), BARS)),
                List.of(sources.section(context, true)),
                new ReportTable("Every vulnerability", "None matches.", COLUMNS, rows -> {
                    unknown.forEach(sentence -> rows.accept(notKnown(sentence)));
                    read(context, FirstRows.SHOWN, one -> rows.accept(cells(one)));
                }));
    }

    private static List<Map.Entry<String, String>> facts(ReportContext context) {
        return List.of(
                COUNTED,
                Map.entry(
                        "Workloads",
                        ReportedWorkloads.words(FilterExpression.parse(context.q())) + ", or in what nobody runs"));
    }

    private static Figure figure(boolean notKnown, long number, String what) {
        return new Figure(notKnown ? SeenImages.NOT_KNOWN : Counts.number(number), what);
    }

    /** A row of what is not known, so that a table of nothing does not read as nothing found. */
    private static List<@Nullable Object> notKnown(String sentence) {
        return COLUMNS.stream()
                .map(column -> switch (column.key()) {
                    case "id" -> SeenImages.NOT_KNOWN;
                    case "summary" -> sentence;
                    default -> null;
                })
                .collect(Collectors.toCollection(ArrayList::new));
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
