package dev.breakwater.central.reporting.internal.content;

import static dev.breakwater.central.reporting.internal.content.Provenance.row;

import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.remedy.FixPlans;
import dev.breakwater.central.reporting.ExecutiveSummaries;
import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Figure;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is worst in a place, and what to do first: each line follows from data by a rule. */
@Component
class AssessmentReport implements ReportSource {

    private static final int RISKIEST = 20;
    private static final int BARS = 10;
    private static final int EXPLOITED = 25;

    private static final List<ReportColumn> FIRST = List.of(
            ReportColumn.of("rank", "", 1),
            ReportColumn.of("area", "Area", 3),
            ReportColumn.of("what", "What to do", 9),
            ReportColumn.of("why", "Why, and what it brings", 9));

    private static final List<ReportColumn> ASIDE =
            FIRST.stream().map(column -> ReportColumn.aside(column.key())).toList();

    private static final List<ReportColumn> WORKLOADS = List.of(
            ReportColumn.of("workload", "Workload", 7),
            ReportColumn.of("cluster", "Cluster", 4),
            ReportColumn.of("risk", "Risk", 2),
            ReportColumn.of("critical", "Critical", 2),
            ReportColumn.of("high", "High", 2),
            ReportColumn.of("exposure", "Reach", 3),
            ReportColumn.of("owner", "Owner", 4),
            ReportColumn.of("unknown", "Unknown factors", 3));

    private static final List<ReportColumn> CVES = List.of(
            ReportColumn.of("id", "Vulnerability", 5),
            ReportColumn.of("severity", "Severity", 3),
            ReportColumn.of("since", "Exploited since", 3),
            ReportColumn.of("epss", "EPSS", 2),
            ReportColumn.of("workloads", "Workloads", 2),
            ReportColumn.of("fixable", "Fix", 2),
            ReportColumn.of("summary", "What it is", 9));

    private static final Section METHOD = new Section(
            1,
            "How this was found",
            List.of(
                    "Sensors read what runs in the clusters and report it as it changes; images are looked into layer by layer, and"
                            + " their packages held against feeds of advisories. Nothing was attacked or tried out.",
                    "A violation is what a policy finds in a workload, with the field and the value. A risk score adds up"
                            + " violations, vulnerabilities, reach from outside, rights and age, each with its share; the page of a"
                            + " workload explains its own.",
                    "What was not looked at, could not be read, or has grown old is unknown. It is counted and named, and never"
                            + " counts as passed: a number here can be worse than it says, never better.",
                    "This is the state of one moment, which the cover names. What was mended since then is not in it."),
            List.of());

    private final ExecutiveSummaries summaries;
    private final Workloads workloads;
    private final Vulnerabilities vulnerabilities;
    private final FixPlans plans;
    private final Violations violations;
    private final StandardsInShort standards;
    private final Provenance sources;

    AssessmentReport(
            ExecutiveSummaries summaries,
            Workloads workloads,
            Vulnerabilities vulnerabilities,
            FixPlans plans,
            Violations violations,
            StandardsInShort standards,
            Provenance sources) {
        this.summaries = summaries;
        this.workloads = workloads;
        this.vulnerabilities = vulnerabilities;
        this.plans = plans;
        this.violations = violations;
        this.standards = standards;
        this.sources = sources;
    }

    @Override
    public ReportKind kind() {
        return ReportKind.ASSESSMENT;
    }

    @Override
    public ReportDocument compose(ReportContext context) {
        PlaceFilter place = PlaceFilter.parse(context.q());
        ExecutiveSummary summary = summaries.summary(place, context.scope());
        FixPlans.Plan plan = plans.plan(place, FixPlans.USUAL_STEPS, context.scope());
        List<List<@Nullable Object>> first = first(summary, plan);
        Counts byPolicy = new Counts();
        Counts byCluster = new Counts();
        String open = (context.q() + " state:open").strip();
        boolean more = FirstRows.<ViolationRow>read(
                context,
                open,
                FirstRows.COUNTED,
                request -> violations.list(request, context.scope()),
                sink -> violations.stream(open, "", context.scope(), sink),
                one -> {
                    byPolicy.add(one.policy(), one.severity());
                    byCluster.add(one.workload().cluster(), one.severity());
                });
        StandardsInShort.InShort inShort = standards.read(context);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                1,
                "What to do first",
                List.of(
                        "In this order: decisions, which cost no work; upgrades that take most risk away; then the policies whose"
                                + " findings are gravest and nearest to the outside."),
                List.of(ReportTable.of("", "Nothing is known that has to be done.", FIRST, first))));
        sections.add(new Section(
                1,
                "The riskiest workloads",
                List.of("A score with unknown factors is at least what it says."),
                List.of(riskiest(context))));
        sections.add(new Section(
                1,
                "What runs and is known to be exploited",
                List.of("By the catalogue of known exploited vulnerabilities."),
                List.of(exploited(context))));
        sections.add(new Section(
                1,
                "What we cannot see",
                List.of(
                        summary.blindSpots().isEmpty()
                                ? "Nothing that we know of."
                                : String.join(", ", summary.blindSpots()) + ".",
                        words(plan)),
                List.of()));
        sections.add(StandardsInShort.section(inShort));
        sections.add(METHOD);
        sections.add(sources.section(context, true));
        return new ReportDocument(
                "Risk assessment",
                summary.headline(),
                List.of(
                        Map.entry("Scope", summary.scope()),
                        Map.entry(
                                "Grade",
                                summary.grade() == null ? "none, as nothing is judged" : summary.gradeMeaning())),
                summary.figures().stream()
                        .map(figure -> new Figure(
                                figure.value(), figure.what() + (figure.more().isEmpty() ? "" : ", " + figure.more())))
                        .toList(),
                List.of(
                        byCluster.chart(FirstRows.counted(more, "What is open, by cluster"), BARS),
                        byPolicy.chart(FirstRows.counted(more, "What is open, by policy, the gravest first"), BARS),
                        StandardsInShort.chart(inShort)),
                sections,
                ReportTable.of("What to do first", "Nothing is known that has to be done.", ASIDE, first));
    }

    /** Decisions first, as they cost no work; then the upgrades that take most risk away; then the gravest policies. */
    private static List<List<@Nullable Object>> first(ExecutiveSummary summary, FixPlans.Plan plan) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        summary.decisions().forEach(one -> rows.add(row((long) rows.size() + 1, "Decide", one.what(), one.why())));
        for (FixPlans.Step step : plan.steps()) {
            rows.add(row(
                    (long) rows.size() + 1,
                    "Upgrade",
                    step.label(),
                    String.format(
                            Locale.ENGLISH,
                            "Takes %.1f off the risk of %s; %s gone.",
                            step.drop(),
                            Counts.of(step.workloadCount(), "workload", "workloads"),
                            Counts.of(step.vulnerabilityCount(), "vulnerability is", "vulnerabilities are"))));
        }
        summary.risks().forEach(one -> rows.add(row((long) rows.size() + 1, "Mend", one.title(), one.why())));
        return rows;
    }

    private static String words(FixPlans.Plan plan) {
        return "Upgrades were planned for the " + Counts.of(plan.workloads(), "riskiest workload", "riskiest workloads")
                + "; " + Counts.of(plan.imagesNotLookedInto(), "image of them was", "images of them were")
                + " not looked into, and for " + Counts.of(plan.withoutFix(), "finding", "findings")
                + " no version is known that mends.";
    }

    private ReportTable riskiest(ReportContext context) {
        List<WorkloadRow> rows = workloads
                .list(new ListRequest(context.q(), "-risk", RISKIEST, null), context.scope())
                .items();
        return ReportTable.of(
                "",
                "No workload is in the scope of this report.",
                WORKLOADS,
                rows.stream()
                        .map(one -> row(
                                one.namespace() + "/" + one.name(),
                                one.cluster(),
                                one.riskScore(),
                                (long) one.critical(),
                                (long) one.high(),
                                reach(one.exposure()),
                                one.owner(),
                                (long) one.unknownFactors()))
                        .toList());
    }

    private static String reach(String exposure) {
        return exposure.equals("UNSET") ? "not from outside" : exposure.toLowerCase(Locale.ROOT);
    }

    private ReportTable exploited(ReportContext context) {
        String q = context.q() + " running:yes kev:yes";
        return ReportTable.of(
                "",
                "None that is known here. Images that were not looked into may have some.",
                CVES,
                vulnerabilities.list(new ListRequest(q.strip(), "", EXPLOITED, null), context.scope()).items().stream()
                        .map(one -> row(
                                one.id(),
                                one.severity(),
                                one.knownExploitedSince(),
                                one.epss(),
                                (long) one.workloads(),
                                one.fixable(),
                                one.summary()))
                        .toList());
    }
}
