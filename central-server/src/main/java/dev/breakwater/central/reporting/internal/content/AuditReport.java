package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.audit.AuditLog;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Bar;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who changed what. */
@Component
class AuditReport implements ReportSource {

    private static final int BARS = 15;

    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.of("at", "When", 5),
            ReportColumn.of("actor", "Who", 4),
            ReportColumn.of("action", "Did what", 4),
            ReportColumn.of("objectType", "To a", 4),
            ReportColumn.of("objectName", "Called", 7),
            ReportColumn.of("channel", "By", 3),
            ReportColumn.of("sourceIp", "From", 4),
            ReportColumn.aside("objectId"),
            ReportColumn.aside("before"),
            ReportColumn.aside("after"),
            ReportColumn.aside("requestId"),
            ReportColumn.of("id", "Entry", 2));

    private final AuditLog audit;

    AuditReport(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.AUDIT;
    }

    @Override
    public ReportDocument compose(ReportContext context) {
        Map<String, Long> byActor = new HashMap<>();
        Map<String, Long> byAction = new HashMap<>();
        long[] failed = {0};
        audit.stream(context.q(), "", context.scope(), entry -> {
            byActor.merge(entry.actor(), 1L, Long::sum);
            byAction.merge(entry.action() + " " + entry.objectType(), 1L, Long::sum);
            failed[0] += entry.action().startsWith("failed") ? 1 : 0;
        });
        long total = byActor.values().stream().mapToLong(Long::longValue).sum();
        return new ReportDocument(
                "Audit log",
                total == 0
                        ? "No entry of the audit log matches."
                        : Counts.of(total, "entry", "entries") + " by "
                                + Counts.of(byActor.size(), "person, token or part", "people, tokens and parts") + ".",
                List.of(),
                List.of(
                        new Figure(Counts.number(total), "entries"),
                        new Figure(Counts.number(byActor.size()), "who acted"),
                        new Figure(Counts.number(failed[0]), "sign-ins that failed")),
                List.of(chart("Who acted", byActor), chart("What was done", byAction)),
                List.of(),
                new ReportTable(
                        "Every entry, the newest first",
                        "None matches.",
                        COLUMNS,
                        rows -> audit.stream(
                                context.q(),
                                "",
                                context.scope(),
                                entry -> rows.accept(row(
                                        entry.at(),
                                        entry.actor(),
                                        entry.action(),
                                        entry.objectType(),
                                        entry.objectName(),
                                        entry.channel(),
                                        entry.sourceIp(),
                                        entry.objectId(),
                                        entry.before(),
                                        entry.after(),
                                        entry.requestId(),
                                        entry.id())))));
    }

    private static Chart chart(String title, Map<String, Long> counts) {
        return new Chart(
                title,
                List.of("Entries"),
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                        .limit(BARS)
                        .map(entry -> new Bar(entry.getKey(), List.of(entry.getValue()), ""))
                        .toList());
    }
}
