package dev.breakwater.central.reporting.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.overview.Board;
import dev.breakwater.central.overview.Overview;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.reporting.ExecutiveSummaries;
import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.central.reporting.ExecutiveSummary.Figure;
import dev.breakwater.central.reporting.ExecutiveSummary.FixTime;
import dev.breakwater.central.reporting.ExecutiveSummary.Grade;
import dev.breakwater.central.reporting.ExecutiveSummary.Risk;
import dev.breakwater.central.reporting.internal.SummaryFacts.GradeFacts;
import dev.breakwater.central.reporting.internal.SummaryFacts.PolicyFinding;
import dev.breakwater.engine.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class StoredExecutiveSummaries implements ExecutiveSummaries {

    private static final int TREND_DAYS = 90;
    private static final int MONTH = 30;
    private static final Duration SOON = Duration.ofDays(30);
    private static final String[] SEVERITIES = {"Unknown", "Low", "Medium", "High", "Critical"};

    private final Overview overview;
    private final SummaryFacts facts;
    private final Policies policies;
    private final ActorSource actors;
    private final SummaryPdf pdf = new SummaryPdf();

    StoredExecutiveSummaries(Overview overview, SummaryFacts facts, Policies policies, ActorSource actors) {
        this.overview = overview;
        this.facts = facts;
        this.policies = policies;
        this.actors = actors;
    }

    @Override
    public ExecutiveSummary summary(PlaceFilter place, AccessScope scope) {
        Board board = overview.board(place, TREND_DAYS, scope);
        GradeFacts grade = facts.grade(place, scope);
        Map<UUID, Policy> enabled = policies.list().stream()
                .map(stored -> stored.policy())
                .filter(Policy::enabled)
                .collect(Collectors.toMap(Policy::id, policy -> policy));
        // A workload that is not judged has answered nothing.
        long answers = board.workloads().total() * enabled.size();
        long known = grade.judged() * enabled.size() - grade.unknown();
        List<FixTime> fixTimes = fixTimes(board.trend());
        Grade graded = Grading.of(answers, known, grade.oldestExposedCritical(), grade.ageless(), board.asOf());
        return new ExecutiveSummary(
                SummaryWords.headline(board.open(), board.trend(), fixTimes),
                graded,
                Grading.meaning(graded),
                board.trend(),
                figures(board, answers, known),
                risks(facts.findings(place, scope), enabled, board.asOf()),
                fixTimes,
                SummaryWords.decisions(board, fixTimes, ending(place, board.asOf(), scope)),
                SummaryWords.blindSpots(board, answers - known),
                board.asOf(),
                SummaryWords.place(place, scope.everything()),
                actors.current().name(),
                version());
    }

    @Override
    public String article(ExecutiveSummary summary) {
        return SummaryHtml.article(summary);
    }

    @Override
    public byte[] pdf(ExecutiveSummary summary) {
        return pdf.of(summary);
    }

    private static List<Figure> figures(Board board, long answers, long known) {
        List<Figure> figures = new ArrayList<>();
        BySeverity monthAgo = board.trend().openDaysAgo(MONTH);
        figures.add(new Figure(
                number(board.open().critical()),
                "critical problems open",
                monthAgo == null
                        ? "of " + number(board.open().total()) + " problems"
                        : number(monthAgo.critical()) + " a month ago"));
        figures.add(new Figure(
                number(board.workloads().exposedCritical()),
                "services open to attack",
                "critical, and within reach from outside"));
        figures.add(new Figure(
                Grading.knownPercent(answers, known) + " %",
                "of checks answered",
                (100 - Grading.knownPercent(answers, known)) + " % not known"));
        long online = board.clusters().stream().filter(ClusterRow::connected).count();
        figures.add(new Figure(
                number(board.workloads().total()),
                "services watched",
                board.clusters().isEmpty()
                        ? "in the reader's scope"
                        : "in " + SummaryWords.count(board.clusters().size(), "cluster", "clusters") + ", "
                                + (online == board.clusters().size() ? "all" : number(online)) + " online"));
        return figures;
    }

    private static List<Risk> risks(List<PolicyFinding> findings, Map<UUID, Policy> policies, Instant now) {
        return findings.stream()
                .map(finding -> {
                    Policy policy = policies.get(finding.policyId());
                    String exposed = finding.exposed() == 0
                            ? ""
                            : ", " + number(finding.exposed()) + " of them reachable from outside";
                    return new Risk(
                            SEVERITIES[finding.severity()] + ": " + finding.policy() + ", in "
                                    + SummaryWords.count(finding.workloads(), "service", "services") + exposed + ".",
                            policy == null ? "" : SummaryWords.firstSentence(policy.rationale()),
                            SummaryWords.since(finding.oldest(), now));
                })
                .toList();
    }

    private static List<FixTime> fixTimes(ViolationTrend trend) {
        BySeverity fixed = trend.fixed();
        BySeverity seconds = trend.fixSeconds();
        List<FixTime> times = new ArrayList<>();
        add(times, "Critical", fixed.critical(), seconds.critical(), 7);
        add(times, "High", fixed.high(), seconds.high(), 30);
        add(times, "Medium", fixed.medium(), seconds.medium(), 90);
        return times;
    }

    private static void add(List<FixTime> times, String severity, long fixed, long seconds, int target) {
        if (fixed > 0) {
            times.add(new FixTime(severity, seconds / 86_400.0 / fixed, target, fixed));
        }
    }

    private @Nullable String ending(PlaceFilter place, Instant now, AccessScope scope) {
        SummaryFacts.Ending ending = facts.ending(place, scope, now, now.plus(SOON));
        return ending.first() == null
                ? null
                : SummaryWords.count(ending.acceptances(), "acceptance ends", "acceptances end")
                        + " within 30 days, the first on "
                        + SummaryWords.day(LocalDate.ofInstant(ending.first(), ZoneOffset.UTC)) + ".";
    }

    private static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    private static String version() {
        return Objects.requireNonNullElse(
                StoredExecutiveSummaries.class.getPackage().getImplementationVersion(), "development");
    }
}
