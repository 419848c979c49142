package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.JudgedWorkload;
import dev.breakwater.central.detection.JudgementListener;
import dev.breakwater.central.detection.internal.JudgementTable.Last;
import dev.breakwater.central.detection.internal.ViolationLedger.Standing;
import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.risk.OpenViolation;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Judges workloads: load, assemble, evaluate, compare with what is kept, write what differs. Called within a transaction
 * that holds the policy set and the workloads (see {@link dev.breakwater.central.platform.TransactionLocks}).
 */
@Component
class Judge {

    private final WorkloadFacts facts;
    private final Evaluation evaluation;
    private final JudgementTable judgements;
    private final ViolationLedger violations;
    private final DueQueue due;
    private final ObjectProvider<JudgementListener> listeners;
    private final DetectionMetrics metrics;
    private final Clock clock;

    Judge(
            WorkloadFacts facts,
            Evaluation evaluation,
            JudgementTable judgements,
            ViolationLedger violations,
            DueQueue due,
            ObjectProvider<JudgementListener> listeners,
            DetectionMetrics metrics,
            Clock clock) {
        this.facts = facts;
        this.evaluation = evaluation;
        this.judgements = judgements;
        this.violations = violations;
        this.due = due;
        this.listeners = listeners;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Judges workloads; those whose assembled facts and policies are what they were keep their verdicts.
     *
     * @param causes why each of them is judged, in words
     * @param locked those whose marks the caller holds
     * @param received objects of these workloads that the caller has at hand
     */
    void judge(
            CompiledPolicySet policies, Map<UUID, String> causes, Set<UUID> locked, Map<UUID, WorkloadSpec> received) {
        if (causes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<UUID, LoadedWorkload> loaded = facts.load(causes.keySet(), received);
        Map<UUID, Last> last = judgements.last(causes.keySet());
        String correlation = Correlation.current();
        List<Judging> judged = loaded.values().parallelStream()
                .flatMap(workload -> {
                    try (Correlation.Handle ignored = Correlation.use(correlation)) {
                        String cause = causes.getOrDefault(workload.id(), "it was looked at again");
                        return evaluation.judge(workload, cause, last.get(workload.id()), policies, now).stream();
                    }
                })
                .toList();
        Map<UUID, @Nullable Instant> next = new HashMap<>();
        // Whatever is not there any more is not due either.
        causes.keySet().forEach(id -> next.put(id, null));
        last.forEach((id, before) -> next.put(id, before.validUntil()));
        next.putAll(write(judged, policies, now));
        Map<UUID, UUID> clusters = new HashMap<>();
        loaded.values().forEach(workload -> clusters.put(workload.id(), workload.clusterId()));
        due.settle(clusters, next, locked);
        metrics.judged(judged, loaded.size() - judged.size());
    }

    private Map<UUID, @Nullable Instant> write(List<Judging> judged, CompiledPolicySet policies, Instant now) {
        Map<UUID, @Nullable Instant> next = new HashMap<>();
        if (judged.isEmpty()) {
            return next;
        }
        Standing standing = violations.reconcile(judged, policies, now, Correlation.current());
        Map<UUID, Instant> validUntil = new LinkedHashMap<>(standing.acceptedUntil());
        for (Judging judging : judged) {
            judging.verdicts().stream()
                    .map(Verdict::validUntil)
                    .filter(Objects::nonNull)
                    .forEach(instant -> validUntil.merge(judging.id(), instant, Judge::earlier));
        }
        List<JudgedWorkload> told = judged.stream()
                .flatMap(judging -> told(judging, standing.holding(judging.id()), now))
                .toList();
        if (!told.isEmpty()) {
            listeners
                    .orderedStream()
                    .forEach(listener -> listener.judged(told)
                            .forEach((id, instant) -> validUntil.merge(id, instant, Judge::earlier)));
        }
        judgements.write(judged, standing.open(), validUntil, policies.revision(), now);
        judged.forEach(judging -> next.put(judging.id(), validUntil.get(judging.id())));
        return next;
    }

    private static Stream<JudgedWorkload> told(Judging judging, List<OpenViolation> open, Instant now) {
        return judging.workload() == null
                ? Stream.empty()
                : Stream.of(new JudgedWorkload(
                        judging.loaded().clusterId(),
                        judging.workload(),
                        judging.loaded().platform(),
                        judging.verdicts(),
                        open,
                        judging.cause(),
                        now,
                        judging.along()));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
