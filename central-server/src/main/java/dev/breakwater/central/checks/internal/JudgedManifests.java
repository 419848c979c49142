package dev.breakwater.central.checks.internal;

import dev.breakwater.central.checks.ManifestChecks;
import dev.breakwater.central.detection.AcceptedViolations;
import dev.breakwater.central.detection.AcceptedViolations.Accepted;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.inventory.NamespaceFacts;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.check.KnownCluster;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.manifests.check.ManifestInput;
import dev.breakwater.manifests.check.ManifestJudge;
import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges manifests, a few at a time and not for long: a check is work that anybody with a token can ask for. */
@Service
class JudgedManifests implements ManifestChecks {

    /** How the text is called where a file's name would stand. */
    private static final String BODY = "(body)";

    private static final int AT_A_TIME = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final GatePolicies policies;
    private final Clusters clusters;
    private final NamespaceFacts facts;
    private final AcceptedViolations accepted;
    private final Clock clock;
    private final Semaphore running = new Semaphore(AT_A_TIME, true);

    JudgedManifests(
            GatePolicies policies, Clusters clusters, NamespaceFacts facts, AcceptedViolations accepted, Clock clock) {
        this.policies = policies;
        this.clusters = clusters;
        this.facts = facts;
        this.accepted = accepted;
        this.clock = clock;
    }

    @Override
    public Report check(String text, Target target, AccessScope scope) {
        return judge(text, target, scope).outcome().report();
    }

    /**
     * A check with what was judged.
     *
     * @param cluster {@code null} = for none
     * @param policyRevision the revision of the policies that were judged by
     */
    record Judged(ManifestJudge.Outcome outcome, @Nullable ClusterRow cluster, long policyRevision) {}

    Judged judge(String text, Target target, AccessScope scope) {
        ClusterRow cluster = target.cluster().isBlank()
                ? null
                : clusters.get(target.cluster().strip(), scope).cluster();
        if (!acquired()) {
            throw new Busy("There are " + AT_A_TIME + " checks of manifests already.");
        }
        try {
            ManifestInput input = ManifestInput.of(BODY, text);
            List<?> objects = input.objects();
            if (objects.isEmpty() && input.unreadable().isEmpty()) {
                throw new InvalidRequest("body", "no Kubernetes object", "manifests as YAML or JSON");
            }
            if (objects.size() > MOST_OBJECTS) {
                throw new InvalidRequest("body", objects.size() + " objects", "at most " + MOST_OBJECTS + " objects");
            }
            return judge(input, target, cluster, scope);
        } finally {
            running.release();
        }
    }

    private Judged judge(ManifestInput input, Target target, @Nullable ClusterRow cluster, AccessScope scope) {
        Instant start = clock.instant();
        KnownCluster.Source source =
                cluster == null ? KnownCluster.Source.NONE : set -> known(set, cluster.id(), target.complete(), scope);
        ManifestJudge.Place place = new ManifestJudge.Place(cluster == null ? "" : cluster.name(), source);
        GatePolicies.Ready ready = policies.judge(target.complete() ? Absence.IS_A_FACT : Absence.IS_UNKNOWN);
        ManifestJudge.Outcome outcome = ready.judge().judge(place, input, () -> inTime(start), start);
        return new Judged(cluster == null ? outcome : marked(outcome, cluster.name()), cluster, ready.revision());
    }

    /** What people bear in this cluster until a date refuses nothing. */
    private ManifestJudge.Outcome marked(ManifestJudge.Outcome outcome, String cluster) {
        Report report = outcome.report();
        Set<Accepted> borne = accepted.of(report.findings().stream()
                .map(finding -> workloadId(finding, cluster))
                .collect(Collectors.toSet()));
        if (borne.isEmpty()) {
            return outcome;
        }
        List<Finding> findings = report.findings().stream()
                .map(finding -> finding.known(
                        borne.contains(new Accepted(finding.policy().id(), workloadId(finding, cluster)))))
                .toList();
        return new ManifestJudge.Outcome(
                new Report(findings, report.unknown(), report.unreadable(), report.objects(), report.policies()),
                outcome.workloads(),
                outcome.answered());
    }

    private static UUID workloadId(Finding finding, String cluster) {
        Report.Subject object = finding.object();
        return ObjectKey.workloadId(cluster, object.namespace(), object.kind(), object.name());
    }

    private void inTime(Instant start) {
        if (Duration.between(start, clock.instant()).compareTo(LONGEST) > 0) {
            throw new Busy("The check took longer than " + LONGEST.toSeconds() + " s. Send fewer manifests at a time.");
        }
    }

    /** Of manifests that are all there is, the cluster adds what it knows of images, and nothing else. */
    private KnownCluster known(Collection<ClusterObject> set, UUID cluster, boolean complete, AccessScope scope) {
        boolean whole = scope.everything() || scope.clusters().contains(cluster);
        Set<String> images = set.stream()
                .filter(WorkloadSpec.class::isInstance)
                .flatMap(spec -> ((WorkloadSpec) spec).template().containers().stream())
                .map(container -> container.image().canonical())
                .collect(Collectors.toSet());
        Set<String> namespaces = set.stream()
                .map(object -> object.meta().namespace())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        KnownCluster known = facts.around(cluster, complete || !whole ? Set.of() : namespaces, images);
        return complete || !whole ? new KnownCluster(Set.of(), List.of(), known.images()) : known;
    }

    private boolean acquired() {
        try {
            return running.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
