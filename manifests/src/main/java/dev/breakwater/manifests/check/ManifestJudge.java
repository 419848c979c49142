package dev.breakwater.manifests.check;

import dev.breakwater.engine.check.KnownCluster;
import dev.breakwater.engine.check.ManifestCheck;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.check.ManifestCheck.Judged;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Missing;
import dev.breakwater.manifests.check.Report.Proof;
import dev.breakwater.manifests.check.Report.Subject;
import dev.breakwater.manifests.check.Report.Unknown;
import dev.breakwater.manifests.check.Report.Unreadable;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From manifests and policies to a report. What looks secret is taken out before it is judged, as in a cluster. */
public final class ManifestJudge {

    /**
     * What is judged, and against what.
     *
     * @param cluster the name of the cluster that the manifests are for, as scopes of policies read it; empty = none
     * @param source what is known of that cluster beside them
     */
    public record Place(String cluster, KnownCluster.Source source) {}

    /**
     * A report and what it was made of.
     *
     * @param workloads the workloads as facts, by the index of their object
     * @param answered how many verdicts could be had: violated or clean
     */
    public record Outcome(Report report, Map<Integer, Workload> workloads, long answered) {

        public Outcome {
            workloads = Map.copyOf(workloads);
        }
    }

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(
                    (Finding finding) -> -rank(finding.severity()))
            .thenComparing(finding -> finding.policy().name())
            .thenComparing(finding -> finding.object().toString())
            .thenComparing(finding -> finding.object().index());

    private final int judged;
    private final Map<UUID, Rule> rules;
    private final ManifestCheck check;

    /**
     * @param compiled those of them that are enabled are judged
     * @param policies at least the compiled ones
     * @param absence what it means that an object is neither in the manifests nor known
     */
    public ManifestJudge(CompiledPolicies compiled, Collection<Policy> policies, Absence absence) {
        this.rules = policies.stream().collect(Collectors.toMap(Policy::id, Rule::of));
        this.judged = (int) policies.stream()
                .filter(policy -> policy.enabled() && policy.stages().contains(Policy.Stage.DEPLOY))
                .count();
        this.check = new ManifestCheck(compiled, new RedactingGuard(new KeyedHash(SecureRandom.getSeed(32))), absence);
    }

    /** How grave a severity is; unknown is no reason to pass. */
    public static int rank(Severity severity) {
        return switch (severity) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
            case CRITICAL, UNKNOWN -> 4;
        };
    }

    /**
     * Judges what was read.
     *
     * @param beforeEach run before each object is judged; what it throws ends the check
     */
    public Outcome judge(Place place, ManifestInput input, Runnable beforeEach, Instant asOf) {
        List<Finding> findings = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        Map<Integer, Workload> workloads = new HashMap<>();
        long answered = 0;
        ManifestCheck.Report report = check.check(place.cluster(), input.objects(), place.source(), beforeEach, asOf);
        for (Judged judged : report.judged()) {
            if (judged.workload() != null) {
                workloads.put(judged.index(), judged.workload());
            }
            Subject object = new Subject(
                    judged.kind(),
                    judged.namespace(),
                    judged.name(),
                    input.fileOf(judged.index()),
                    input.lineOf(judged.index(), ""),
                    judged.index());
            for (Verdict verdict : judged.verdicts()) {
                Rule policy = Objects.requireNonNull(rules.get(verdict.policyId()));
                answered += isAnswer(verdict) ? 1 : 0;
                switch (verdict.outcome()) {
                    case VIOLATED -> findings.add(finding(policy, object, verdict, input));
                    case UNKNOWN -> unknown.add(new Unknown(policy, policy.severity(), object, missing(verdict)));
                    default -> {
                        // Clean, out of scope or excluded.
                    }
                }
            }
        }
        findings.sort(GRAVEST_FIRST);
        return new Outcome(
                new Report(
                        findings,
                        unknown,
                        unreadable(report, input),
                        input.objects().size(),
                        judged),
                workloads,
                answered);
    }

    private static boolean isAnswer(Verdict verdict) {
        return verdict.outcome() == Verdict.Outcome.VIOLATED || verdict.outcome() == Verdict.Outcome.CLEAN;
    }

    private static List<Unreadable> unreadable(ManifestCheck.Report report, ManifestInput input) {
        return Stream.concat(
                        input.unreadable().stream(),
                        report.unreadable().stream()
                                .map(each -> new Unreadable(
                                        input.fileOf(each.index()),
                                        input.lineOf(each.index(), ""),
                                        each.why(),
                                        each.index())))
                .toList();
    }

    private static Finding finding(Rule policy, Subject object, Verdict verdict, ManifestInput input) {
        List<Proof> evidence = verdict.evidence().stream()
                .map(each -> proof(each, input.lineOf(object.index(), each.path())))
                .toList();
        String message =
                evidence.isEmpty() ? policy.description() : evidence.getFirst().message();
        return new Finding(policy, policy.severity(), object, message, evidence, false);
    }

    private static Proof proof(Evidence evidence, int line) {
        return new Proof(
                evidence.message(),
                evidence.criterion(),
                evidence.container(),
                evidence.field(),
                evidence.found(),
                evidence.forbidden(),
                evidence.path(),
                line);
    }

    private static List<Missing> missing(Verdict verdict) {
        return verdict.unknown().stream()
                .map(fact -> new Missing(
                        fact.criterion(), fact.subject(), fact.reason().name(), fact.detail()))
                .toList();
    }
}
