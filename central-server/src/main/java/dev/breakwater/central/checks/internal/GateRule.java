package dev.breakwater.central.checks.internal;

import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.checks.GateRuns.CheckedObject;
import dev.breakwater.central.checks.GateRuns.Gate;
import dev.breakwater.central.checks.GateRuns.KeptFinding;
import dev.breakwater.central.detection.Attempts;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.manifests.check.ManifestJudge;
import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Proof;
import dev.breakwater.manifests.check.Report.Subject;
import dev.breakwater.manifests.check.Report.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a gate refuses, and what is kept of that.
 *
 * @param from the severity from which on a finding refuses, {@code null} = none does
 */
record GateRule(Gate gate, @Nullable Severity from) {

    /** A checked workload and what of it was read. */
    record Spec(CheckedObject object, WorkloadSpec spec) {}

    private static final int LONGEST_CAUSE = 300;

    static GateRule of(Gate gate) {
        shortEnough("source", gate.source());
        shortEnough("pipeline", gate.pipeline());
        shortEnough("commit", gate.commit());
        shortEnough("branch", gate.branch());
        if (gate.unreadable() < 0) {
            throw new InvalidRequest("unreadable", String.valueOf(gate.unreadable()), "0 or more");
        }
        String word = gate.failOn().toUpperCase(Locale.ROOT);
        if (word.equals("NONE")) {
            return new GateRule(gate, null);
        }
        return Stream.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)
                .filter(severity -> severity.name().equals(word))
                .findFirst()
                .map(severity -> new GateRule(gate, severity))
                .orElseThrow(() -> new InvalidRequest("failOn", gate.failOn(), "LOW, MEDIUM, HIGH, CRITICAL or NONE"));
    }

    private static void shortEnough(String field, String value) {
        if (value.length() > GateRuns.LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRequest(
                    field, value, "at most " + GateRuns.LONGEST + " characters, none of them a control character");
        }
    }

    private boolean refuses(Severity severity) {
        return from != null && ManifestJudge.rank(severity) >= ManifestJudge.rank(from);
    }

    private boolean refuses(Finding finding) {
        return !finding.known() && refuses(finding.severity());
    }

    GateRun run(UUID id, Instant at, String actor, @Nullable ClusterRow cluster, Report report) {
        int unreadable = report.unreadable().size() + gate.unreadable();
        boolean open =
                gate.failOnUnknown() && report.unknown().stream().anyMatch(unknown -> refuses(unknown.severity()));
        GateRun.Result result = report.findings().stream().anyMatch(this::refuses)
                ? GateRun.Result.REFUSED
                : open || unreadable > 0 ? GateRun.Result.NOT_JUDGED : GateRun.Result.PASSED;
        return new GateRun(
                id,
                at,
                actor,
                cluster == null ? null : cluster.id(),
                cluster == null ? "" : cluster.name(),
                gate.source().strip(),
                gate.pipeline().strip(),
                gate.commit().strip(),
                gate.branch().strip(),
                from == null ? "NONE" : from.name(),
                result,
                report.objects(),
                count(report, Severity.CRITICAL),
                count(report, Severity.HIGH),
                count(report, Severity.MEDIUM),
                count(report, Severity.LOW),
                report.unknown().size(),
                unreadable);
    }

    private static int count(Report report, Severity severity) {
        return (int) report.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** The gravest findings. */
    List<KeptFinding> kept(Report report) {
        return report.findings().stream()
                .limit(GateRuns.MOST_FINDINGS)
                .map(finding -> new KeptFinding(
                        finding.policy().name(),
                        finding.policy().id(),
                        finding.severity().name(),
                        finding.object().kind(),
                        finding.object().namespace(),
                        finding.object().name(),
                        finding.message()))
                .toList();
    }

    /** The workloads, each once for each place in which it stands. */
    List<Spec> objects(ManifestJudge.Outcome outcome) {
        Map<Integer, List<Finding>> findings = new LinkedHashMap<>();
        outcome.report()
                .findings()
                .forEach(finding -> findings.computeIfAbsent(finding.object().index(), index -> new ArrayList<>())
                        .add(finding));
        return outcome.workloads().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> {
                    WorkloadSpec spec = each.getValue().spec();
                    List<Finding> own = findings.getOrDefault(each.getKey(), List.of());
                    return new Spec(
                            new CheckedObject(
                                    spec.meta().namespace(),
                                    spec.kindName(),
                                    spec.meta().name(),
                                    own.size(),
                                    own.stream().anyMatch(this::refuses)),
                            spec);
                })
                .toList();
    }

    /** What was checked and what of it led to a refusal, each object once, whatever it stands in. */
    List<Attempts.Checked> checked(ManifestJudge.Outcome outcome) {
        record Key(String namespace, String kind, String name) {
            static Key of(Subject object) {
                return new Key(object.namespace(), object.kind(), object.name());
            }
        }
        Map<Key, Map<UUID, List<Evidence>>> violated = new LinkedHashMap<>();
        Map<Key, Set<UUID>> notPassed = new HashMap<>();
        outcome.workloads().values().stream()
                .map(Workload::spec)
                .forEach(spec -> violated.put(
                        new Key(
                                spec.meta().namespace(),
                                spec.kindName(),
                                spec.meta().name()),
                        new LinkedHashMap<>()));
        for (Finding finding : outcome.report().findings()) {
            Key object = Key.of(finding.object());
            Map<UUID, List<Evidence>> own = violated.computeIfAbsent(object, key -> new LinkedHashMap<>());
            if (refuses(finding)) {
                own.put(
                        finding.policy().id(),
                        finding.evidence().stream().map(GateRule::evidence).toList());
            } else if (!finding.known()) {
                notPassed
                        .computeIfAbsent(object, key -> new HashSet<>())
                        .add(finding.policy().id());
            }
        }
        for (Unknown unknown : outcome.report().unknown()) {
            notPassed
                    .computeIfAbsent(Key.of(unknown.object()), key -> new HashSet<>())
                    .add(unknown.policy().id());
        }
        return violated.entrySet().stream()
                .map(each -> new Attempts.Checked(
                        each.getKey().namespace(),
                        each.getKey().kind(),
                        each.getKey().name(),
                        each.getValue(),
                        notPassed.getOrDefault(each.getKey(), Set.of())))
                .toList();
    }

    private static Evidence evidence(Proof proof) {
        return new Evidence(
                proof.message(),
                proof.criterion(),
                proof.container(),
                proof.field(),
                proof.found(),
                proof.forbidden(),
                proof.path());
    }

    /** In the history of an attempt. */
    String cause() {
        String what = gate.source().isBlank()
                ? "a check of manifests"
                : "a check of " + gate.source().strip();
        String commit =
                gate.commit().isBlank() ? "" : ", commit " + gate.commit().strip();
        String all = "refused by " + what + commit;
        return all.length() > LONGEST_CAUSE ? all.substring(0, LONGEST_CAUSE) + "…" : all;
    }
}
