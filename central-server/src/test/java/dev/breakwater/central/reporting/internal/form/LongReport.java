package dev.breakwater.central.reporting.internal.form;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A report whose rows are made up as they are read: what a long list is to whoever writes it.
 *
 * @param sections how many stand above the list
 * @param watch told the number of each row before it is handed on
 */
record LongReport(
        long rows, List<List<@Nullable Object>> first, Set<ReportFormat> formats, int sections, LongConsumer watch)
        implements ReportContext {

    /** So many bytes a row has at least, in whatever form. */
    static final int LEAST_BYTES = 120;

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    static LongReport of(long rows) {
        return of(rows, List.of());
    }

    static LongReport of(long rows, List<List<@Nullable Object>> first) {
        return new LongReport(rows, first, Set.of(ReportFormat.PDF), 0, row -> {});
    }

    /** The same, made in other forms. */
    LongReport in(Set<ReportFormat> others) {
        return new LongReport(rows, first, others, sections, watch);
    }

    /** The same, watched while it is read. */
    LongReport watchedBy(LongConsumer watcher) {
        return new LongReport(rows, first, formats, sections, watcher);
    }

    /** The same under so many sections of a few hundred letters. */
    LongReport under(int many) {
        return new LongReport(rows, first, formats, many, watch);
    }

    static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        return row;
    }

    @Override
    public ReportDocument document() {
        return new ReportDocument(
                "A long list",
                rows + " rows.",
                List.of(),
                List.of(new Figure("1", "figure")),
                List.of(new Chart("How many", List.of("High", "Low"), List.of(new Bar("east", List.of(3L, 1L), "")))),
                IntStream.range(0, sections)
                        .mapToObj(i -> new Section(
                                2, "Control " + i + ".", List.of("It asks for much. ".repeat(20)), List.of()))
                        .toList(),
                new ReportTable(
                        "Every row",
                        "None.",
                        List.of(
                                ReportColumn.of("severity", "Severity", 3),
                                ReportColumn.of("name", "Name", 6),
                                ReportColumn.of("found", "What was found", 12),
                                ReportColumn.of("at", "Since", 5)),
                        sink -> {
                            first.forEach(sink);
                            for (long i = first.size(); i < rows; i++) {
                                watch.accept(i);
                                sink.accept(row(
                                        "High",
                                        "namespace-" + i % 50 + "/workload-" + i,
                                        "Container main of workload " + i
                                                + " may gain rights: allowPrivilegeEscalation is not false.",
                                        NOW.minusSeconds(i)));
                            }
                        }));
    }

    @Override
    public ReportDefinition definition() {
        ReportDraft draft = new ReportDraft(
                "Long",
                ReportKind.VIOLATIONS,
                List.of(),
                List.of(),
                "",
                null,
                formats,
                null,
                90,
                List.of(),
                ReportDraft.Packing.BUNDLE);
        return new ReportDefinition(ID, draft, "admin", null, 1, NOW, NOW, "admin");
    }

    @Override
    public ReportJob job() {
        return new ReportJob(
                ID,
                ID,
                "Long",
                ReportKind.VIOLATIONS,
                "admin",
                "REQUEST",
                "admin",
                null,
                ReportJob.State.RUNNING,
                0,
                "",
                "",
                1,
                NOW,
                null,
                NOW,
                null,
                NOW,
                "",
                null,
                List.of(),
                List.of());
    }

    @Override
    public Instant asOf() {
        return NOW;
    }

    @Override
    public AccessScope scope() {
        return AccessScope.EVERYTHING;
    }

    @Override
    public String q() {
        return "";
    }

    @Override
    public List<String> standards() {
        return List.of();
    }

    @Override
    public String version() {
        return "test";
    }
}
