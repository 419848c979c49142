package dev.breakwater.cli.assess;

import dev.breakwater.cli.assess.Assessment.Combination;
import dev.breakwater.cli.assess.Assessment.Figure;
import dev.breakwater.cli.assess.Assessment.Practice;
import dev.breakwater.cli.assess.Assessment.Risky;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.RiskModel;
import dev.breakwater.engine.risk.ScoreText;
import dev.breakwater.manifests.check.ManifestJudge;
import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Missing;
import dev.breakwater.manifests.check.Report.Unknown;
import dev.breakwater.manifests.check.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From verdicts to an assessment, by the risk model that central uses too. */
final class Assessor {

    private static final int MOST_COMBINATIONS = 8;
    private static final int MOST_WORKLOADS = 10;
    private static final int MOST_REASONS = 4;
    private static final int MOST_PRACTICES = 15;
    private static final int MOST_EXAMPLES = 3;
    private static final int MOST_SAID = 20;
    private static final String OF_MANIFESTS = "The manifests do not show it";

    private record Scored(Workload workload, RiskAssessment assessment, Set<Traits> traits) {}

    private final Report report;
    private final long answered;
    private final List<Scored> workloads;

    private Assessor(ManifestJudge.Outcome outcome, Instant asOf) {
        this.report = outcome.report();
        this.answered = outcome.answered();
        Map<Integer, List<Finding>> byObject = report.findings().stream()
                .collect(Collectors.groupingBy(finding -> finding.object().index()));
        // One that stands in several files, as with overlays, is one workload here: the worst of them counts.
        Map<UUID, Scored> worst = new LinkedHashMap<>();
        outcome.workloads().forEach((index, workload) -> {
            RiskAssessment assessment = RiskModel.PRESENT.assess(new RiskInput(
                    workload,
                    violations(byObject.getOrDefault(index, List.of())),
                    RiskInput.PROCESSES_NOT_WATCHED,
                    null,
                    asOf));
            worst.merge(
                    workload.id(),
                    new Scored(workload, assessment, Traits.of(workload)),
                    (a, b) -> a.assessment().score() >= b.assessment().score() ? a : b);
        });
        this.workloads = worst.values().stream()
                .sorted(Comparator.comparing(
                                (Scored scored) -> -scored.assessment().score())
                        .thenComparing(Assessor::name))
                .toList();
    }

    /**
     * Assesses.
     *
     * @param subject what was looked at, in words
     * @param notSeen what was not looked at, each in one sentence
     */
    static Assessment of(String subject, ManifestJudge.Outcome outcome, List<String> notSeen, Instant asOf) {
        Assessor assessor = new Assessor(outcome, asOf);
        Grade.Basis basis = assessor.basis();
        Grade grade = Grade.of(basis);
        return new Assessment(
                subject,
                asOf,
                assessor.headline(basis),
                grade,
                why(grade, basis),
                assessor.figures(basis),
                assessor.combinations(),
                assessor.riskiest(),
                assessor.practices(),
                assessor.notKnown(notSeen));
    }

    private static List<OpenViolation> violations(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new OpenViolation(
                        finding.policy().id(),
                        finding.policy().name(),
                        finding.severity(),
                        finding.evidence().stream()
                                .map(proof -> new Evidence(
                                        proof.message(),
                                        proof.criterion(),
                                        proof.container(),
                                        proof.field(),
                                        proof.found(),
                                        proof.forbidden(),
                                        proof.path()))
                                .toList()))
                .toList();
    }

    private Grade.Basis basis() {
        Set<String> outside = workloads.stream()
                .filter(scored -> scored.traits().contains(Traits.OUTSIDE))
                .map(Assessor::name)
                .collect(Collectors.toSet());
        return new Grade.Basis(
                count(Severity.CRITICAL, null),
                count(Severity.CRITICAL, outside),
                count(Severity.HIGH, null),
                count(Severity.HIGH, outside),
                (int) workloads.stream()
                        .filter(scored -> Traits.ownsMuchFromOutside(scored.traits()))
                        .count(),
                answered,
                report.unknown().stream()
                        .filter(unknown -> !isOfImages(unknown))
                        .count());
    }

    private int count(Severity severity, @Nullable Set<String> of) {
        return (int) report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .filter(finding -> of == null || of.contains(finding.object().toString()))
                .count();
    }

    private static boolean isOfImages(Unknown unknown) {
        return !unknown.missing().isEmpty()
                && unknown.missing().stream().allMatch(missing -> ImageDetails.saysNobodyLooked(missing.detail()));
    }

    private String headline(Grade.Basis basis) {
        int serious = basis.critical() + basis.high();
        if (workloads.isEmpty() && report.objects() == 0) {
            return "Nothing was found to look at.";
        }
        if (serious == 0) {
            return "No serious problem was found in what could be looked at.";
        }
        int outside = basis.criticalOutside() + basis.highOutside();
        return words(serious, "serious problem", "serious problems") + ", "
                + (outside == 0 ? "none" : String.format(Locale.ENGLISH, "%,d", outside))
                + " of them within reach from outside.";
    }

    private static List<String> why(Grade grade, Grade.Basis basis) {
        List<String> why = new ArrayList<>();
        why.add(grade.definition());
        if (grade != Grade.A) {
            Grade better = Grade.values()[grade.ordinal() - 1];
            why.add(better.definition());
            if (better.failsByViolations(basis)) {
                why.add("In the way: " + words(basis.critical(), "critical violation", "critical violations") + " ("
                        + basis.criticalOutside() + " within reach from outside) and "
                        + words(basis.high(), "high one", "high ones") + " (" + basis.highOutside() + ")"
                        + (basis.ownedOutside() == 0
                                ? "."
                                : ", and within reach from outside "
                                        + words(
                                                basis.ownedOutside(),
                                                "workload that runs privileged or administers the cluster.",
                                                "workloads that run privileged or administer the cluster.")));
            }
            if (basis.knownPercent() < better.knownPercentNeeded()) {
                why.add("In the way: only " + basis.knownPercent() + " % of the checks have an answer.");
            }
        }
        why.add("The grade is about configuration; what is in images is not part of it.");
        return why;
    }

    private List<Figure> figures(Grade.Basis basis) {
        long outside = workloads.stream()
                .filter(scored -> scored.traits().contains(Traits.OUTSIDE))
                .count();
        long ofImages = report.unknown().stream().filter(Assessor::isOfImages).count();
        return List.of(
                new Figure(
                        number(workloads.size()),
                        workloads.size() == 1 ? "workload" : "workloads",
                        words(report.objects(), "object", "objects") + " in all"),
                new Figure(
                        number(report.findings().size()),
                        "violations",
                        basis.critical() + " critical, " + basis.high() + " high"),
                new Figure(number(outside), "within reach from outside", "by a load balancer, an ingress or a route"),
                new Figure(
                        basis.knownPercent() + " %",
                        "of the checks answered",
                        ofImages == 0 ? "" : "not counting " + number(ofImages) + " about what is in images"));
    }

    private List<Combination> combinations() {
        return workloads.stream()
                .filter(scored -> scored.traits().size() > 1)
                .sorted(Comparator.comparing((Scored scored) -> -scored.traits().size()))
                .limit(MOST_COMBINATIONS)
                .map(scored -> new Combination(
                        name(scored),
                        scored.traits().stream().map(Traits::words).toList(),
                        Traits.meaning(scored.traits())))
                .toList();
    }

    private List<Risky> riskiest() {
        return workloads.stream()
                .filter(scored -> scored.assessment().score() > 1)
                .limit(MOST_WORKLOADS)
                .map(scored -> new Risky(
                        name(scored),
                        ScoreText.of(
                                scored.assessment().score(), scored.assessment().unknownFactors()),
                        scored.assessment().reasons().stream()
                                .limit(MOST_REASONS)
                                .map(reason -> Math.round(reason.share() * 100) + " %  " + reason.text())
                                .toList()))
                .toList();
    }

    private List<Practice> practices() {
        Map<Rule, List<Finding>> byPolicy = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::policy, LinkedHashMap::new, Collectors.toList()));
        return byPolicy.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Rule, List<Finding>> each) ->
                                -ManifestJudge.rank(each.getKey().severity()))
                        .thenComparing(each -> -each.getValue().size())
                        .thenComparing(each -> each.getKey().name()))
                .limit(MOST_PRACTICES)
                .map(each -> {
                    Set<String> objects = each.getValue().stream()
                            .map(finding -> finding.object().toString())
                            .collect(Collectors.toCollection(TreeSet::new));
                    Rule rule = each.getKey();
                    return new Practice(
                            rule.name(),
                            rule.severity(),
                            rule.description(),
                            rule.remediation(),
                            objects.size(),
                            objects.stream().limit(MOST_EXAMPLES).toList());
                })
                .toList();
    }

    private List<String> notKnown(List<String> notSeen) {
        List<String> said = new ArrayList<>(notSeen);
        Map<String, Set<UUID>> reasons = new HashMap<>();
        for (Unknown unknown : report.unknown()) {
            for (Missing missing : unknown.missing()) {
                String reason = reason(missing, !notSeen.isEmpty());
                reasons.computeIfAbsent(reason, key -> new TreeSet<>())
                        .add(unknown.policy().id());
            }
        }
        reasons.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Set<UUID>> each) ->
                                -each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> said.add(each.getKey() + " "
                        + words(each.getValue().size(), "policy rests", "policies rest") + " on that."));
        report.unreadable().forEach(each -> said.add("Not read: " + each));
        return said.size() <= MOST_SAID
                ? said
                : append(said.subList(0, MOST_SAID), "And " + words(said.size() - MOST_SAID, "more.", "more."));
    }

    private static String reason(Missing missing, boolean ofCluster) {
        if (ImageDetails.saysNobodyLooked(missing.detail())) {
            return "Nobody has looked into the images.";
        }
        return ofCluster && missing.detail().startsWith(OF_MANIFESTS)
                ? "It may stand in what could not be read of the cluster."
                : missing.detail();
    }

    private static List<String> append(List<String> some, String last) {
        List<String> all = new ArrayList<>(some);
        all.add(last);
        return all;
    }

    private static String name(Scored scored) {
        Workload workload = scored.workload();
        return workload.spec().kindName() + " " + (workload.namespace().isEmpty() ? "" : workload.namespace() + "/")
                + workload.name();
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String words(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }
}
