package dev.breakwater.cli;

import dev.breakwater.cli.report.Report;
import dev.breakwater.cli.report.Report.Finding;
import dev.breakwater.cli.report.Report.Missing;
import dev.breakwater.cli.report.Report.Proof;
import dev.breakwater.cli.report.Report.Subject;
import dev.breakwater.cli.report.Report.Unknown;
import dev.breakwater.cli.report.Report.Unreadable;
import dev.breakwater.engine.check.ManifestCheck;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.check.ManifestCheck.Judged;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From manifests and policies to a report. What looks secret is taken out before it is judged, as in a cluster. */
final class ManifestReport {

    private static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(
                    (Finding finding) -> -rank(finding.severity()))
            .thenComparing(finding -> finding.policy().name())
            .thenComparing(finding -> finding.object().toString());

    private final List<Policy> policies;
    private final Map<UUID, Policy> byId;
    private final ManifestCheck check;
    private final Baseline baseline;

    ManifestReport(List<Policy> policies, boolean complete, Baseline baseline) {
        this.policies = policies;
        this.byId = policies.stream().collect(Collectors.toMap(Policy::id, Function.identity()));
        this.check = new ManifestCheck(
                CompiledPolicies.compile(policies),
                new RedactingGuard(new KeyedHash(SecureRandom.getSeed(32))),
                complete ? Absence.IS_A_FACT : Absence.IS_UNKNOWN);
        this.baseline = baseline;
    }

    /** How grave a severity is; unknown is no reason to pass. */
    static int rank(Severity severity) {
        return switch (severity) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
            case CRITICAL, UNKNOWN -> 4;
        };
    }

    Report of(String cluster, ManifestInput input, Instant asOf) {
        List<Finding> findings = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        ManifestCheck.Report report = check.check(cluster, input.objects(), asOf);
        for (Judged judged : report.judged()) {
            Subject object = new Subject(
                    judged.kind(),
                    judged.namespace(),
                    judged.name(),
                    input.fileOf(judged.index()),
                    input.lineOf(judged.index(), ""));
            for (Verdict verdict : judged.verdicts()) {
                Policy policy = Objects.requireNonNull(byId.get(verdict.policyId()));
                switch (verdict.outcome()) {
                    case VIOLATED -> findings.add(finding(policy, object, verdict, judged.index(), input));
                    case UNKNOWN -> unknown.add(new Unknown(policy, policy.severity(), object, missing(verdict)));
                    default -> {
                        // Clean, out of scope or excluded.
                    }
                }
            }
        }
        findings.sort(GRAVEST_FIRST);
        return new Report(
                findings, unknown, unreadable(report, input), input.objects().size(), policies);
    }

    private static List<Unreadable> unreadable(ManifestCheck.Report report, ManifestInput input) {
        return Stream.concat(
                        input.unreadable().stream(),
                        report.unreadable().stream()
                                .map(each -> new Unreadable(
                                        input.fileOf(each.index()), input.lineOf(each.index(), ""), each.why())))
                .toList();
    }

    private Finding finding(Policy policy, Subject object, Verdict verdict, int index, ManifestInput input) {
        List<Proof> evidence = verdict.evidence().stream()
                .map(each -> proof(each, input.lineOf(index, each.path())))
                .toList();
        String message =
                evidence.isEmpty() ? policy.description() : evidence.getFirst().message();
        Finding finding = new Finding(policy, policy.severity(), object, message, evidence, false);
        return baseline.knows(finding.identity())
                ? new Finding(policy, policy.severity(), object, message, evidence, true)
                : finding;
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
