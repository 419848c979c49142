package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.reporting.ReportedWorkloads;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Evidence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What policies find. */
@Component
class ViolationsReport implements ReportSource {

    private static final int BARS = 12;

    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.of("severity", "Severity", 3),
            ReportColumn.of("policy", "Policy", 6),
            ReportColumn.of("cluster", "Cluster", 4),
            ReportColumn.of("namespace", "Namespace", 5),
            ReportColumn.of("workload", "Workload", 6),
            ReportColumn.aside("kind"),
            ReportColumn.of("owner", "Owner", 5),
            ReportColumn.of("evidence", "What was found", 12),
            ReportColumn.aside("state"),
            ReportColumn.of("openedAt", "Since", 5),
            ReportColumn.aside("unconfirmed"),
            ReportColumn.aside("provisional"),
            ReportColumn.aside("id"));

    private final Violations violations;
    private final Provenance sources;

    ViolationsReport(Violations violations, Provenance sources) {
        this.violations = violations;
        this.sources = sources;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.VIOLATIONS;
    }

    @Override
    public ReportDocument compose(ReportContext context) {
        Counts byPolicy = new Counts();
        Counts byCluster = new Counts();
        Set<UUID> workloads = new HashSet<>();
        long[] unowned = {0};
        boolean more = read(context, FirstRows.COUNTED, one -> {
            byPolicy.add(one.policy(), one.severity());
            byCluster.add(one.workload().cluster(), one.severity());
            workloads.add(one.workload().id());
            unowned[0] += one.workload().owner().isEmpty() ? 1 : 0;
        });
        long grave = byPolicy.of(Severity.CRITICAL) + byPolicy.of(Severity.HIGH);
        String headline = byPolicy.total() == 0
                ? "No violation matches. What could not be judged is no violation and is not in here."
                : Counts.of(byPolicy.total(), "violation", "violations") + " in "
                        + Counts.of(workloads.size(), "workload", "workloads") + ", " + Counts.number(grave)
                        + " of them high or critical.";
        return new ReportDocument(
                "Violations of policies",
                FirstRows.headline(more, headline),
                List.of(Map.entry("Workloads", ReportedWorkloads.words(FilterExpression.parse(context.q())))),
                List.of(
                        new Figure(Counts.number(byPolicy.of(Severity.CRITICAL)), "critical"),
                        new Figure(Counts.number(byPolicy.of(Severity.HIGH)), "high"),
                        new Figure(Counts.number(byPolicy.total()), "in all"),
                        new Figure(Counts.number(unowned[0]), "that nobody owns")),
                List.of(
                        byCluster.chart(FirstRows.counted(more, "Which clusters have them"), BARS),
                        byPolicy.chart(FirstRows.counted(more, "Which policies find them"), BARS)),
                List.of(sources.section(context, false)),
                new ReportTable(
                        "Every violation",
                        "None matches.",
                        COLUMNS,
                        rows -> read(context, FirstRows.SHOWN, one -> rows.accept(cells(one)))));
    }

    private boolean read(ReportContext context, int most, Consumer<ViolationRow> sink) {
        return FirstRows.<ViolationRow>read(
                context,
                context.q(),
                most,
                request -> violations.list(request, context.scope()),
                all -> violations.stream(context.q(), "", context.scope(), all),
                sink);
    }

    private static List<@org.jspecify.annotations.Nullable Object> cells(ViolationRow one) {
        return row(
                one.severity(),
                one.policy(),
                one.workload().cluster(),
                one.workload().namespace(),
                one.workload().name(),
                one.workload().kind(),
                one.workload().owner(),
                one.evidence().stream()
                        .map(Evidence::message)
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(" ")),
                one.state(),
                one.openedAt(),
                one.unconfirmed(),
                one.provisional(),
                one.id());
    }
}
