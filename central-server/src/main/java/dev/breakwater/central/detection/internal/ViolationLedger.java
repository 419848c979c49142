package dev.breakwater.central.detection.internal;

import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import dev.breakwater.engine.risk.OpenViolation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the kept violations in line with verdicts. */
@Component
class ViolationLedger {

    private final ViolationTable table;
    private final CarriedDecisionTable carried;
    private final Transitions transitions;

    ViolationLedger(ViolationTable table, CarriedDecisionTable carried, Transitions transitions) {
        this.table = table;
        this.carried = carried;
        this.transitions = transitions;
    }

    /**
     * How workloads stand after a judgement, each by its id.
     *
     * @param open what is open; also those whose policy cannot be judged any more: with the evidence last seen
     * @param accepted what holds as well, but is borne until a date: no reason to act, yet as risky as before
     * @param acceptedUntil when the first of these acceptances ends
     */
    record Standing(
            Map<UUID, List<OpenViolation>> open,
            Map<UUID, List<OpenViolation>> accepted,
            Map<UUID, Instant> acceptedUntil) {

        /** What holds, borne or not. */
        List<OpenViolation> holding(UUID workloadId) {
            return Stream.of(open, accepted)
                    .flatMap(some -> some.getOrDefault(workloadId, List.of()).stream())
                    .toList();
        }
    }

    /** Writes what differs. */
    Standing reconcile(List<Judging> judgings, CompiledPolicySet policies, Instant at, String correlationId) {
        List<UUID> workloads = judgings.stream().map(Judging::id).toList();
        Map<UUID, Map<UUID, StoredViolation>> stored = table.of(workloads);
        List<ViolationChange> changes = judgings.parallelStream()
                .flatMap(judging ->
                        ViolationDiff.of(judging, stored.getOrDefault(judging.id(), Map.of()), policies.byId(), at)
                                .stream())
                .toList();
        List<LoadedWorkload> otherOwner = new ArrayList<>();
        for (Judging judging : judgings) {
            Map<UUID, StoredViolation> mine = stored.getOrDefault(judging.id(), Map.of());
            LoadedWorkload loaded = judging.loaded();
            if (mine.values().stream()
                    .anyMatch(v -> !v.team().equals(loaded.team()) || v.platform() != loaded.platform())) {
                otherOwner.add(loaded);
            }
        }
        table.rename(otherOwner);
        table.write(changes, policies.revision(), at, correlationId);
        boolean opened = changes.stream().anyMatch(change -> change.word() == ViolationChange.Word.OPENED);
        boolean decided = opened && carried.arrive(workloads, at);
        Map<UUID, Map<UUID, StoredViolation>> after = decided ? table.of(workloads) : stored;
        transitions.judged(changes, stored, after, policies.byId(), at);
        return standing(judgings, after, policies.byId(), at);
    }

    private Standing standing(
            List<Judging> judgings,
            Map<UUID, Map<UUID, StoredViolation>> stored,
            Map<UUID, Policy> policies,
            Instant at) {
        Standing standing = new Standing(new HashMap<>(), new HashMap<>(), new HashMap<>());
        List<StoredViolation> kept = new ArrayList<>();
        for (Judging judging : judgings) {
            Map<UUID, StoredViolation> mine = stored.getOrDefault(judging.id(), Map.of());
            Set<UUID> unknown = new HashSet<>();
            for (Verdict verdict : judging.verdicts()) {
                Policy policy = policies.get(verdict.policyId());
                if (verdict.outcome() == Outcome.VIOLATED && policy != null) {
                    add(
                            standing,
                            judging.id(),
                            mine.get(policy.id()),
                            new OpenViolation(policy.id(), policy.name(), policy.severity(), verdict.evidence()),
                            at);
                } else if (verdict.outcome() == Outcome.UNKNOWN) {
                    unknown.add(verdict.policyId());
                }
            }
            mine.values().stream()
                    .filter(v -> judging.failed()
                            ? v.open() || v.state() == State.ACCEPTED
                            : v.standing() && unknown.contains(v.policyId()))
                    .forEach(kept::add);
        }
        Map<UUID, List<Evidence>> evidence =
                table.evidence(kept.stream().map(StoredViolation::id).toList());
        kept.forEach(v -> add(
                standing,
                v.workloadId(),
                v,
                new OpenViolation(v.policyId(), v.policyName(), v.severity(), evidence.getOrDefault(v.id(), List.of())),
                at));
        return standing;
    }

    private static void add(
            Standing standing, UUID workloadId, @Nullable StoredViolation before, OpenViolation violation, Instant at) {
        boolean accepted = before != null && before.accepted(at);
        (accepted ? standing.accepted() : standing.open())
                .computeIfAbsent(workloadId, key -> new ArrayList<>())
                .add(violation);
        if (accepted) {
            standing.acceptedUntil().merge(workloadId, before.acceptedUntil(), (a, b) -> a.isBefore(b) ? a : b);
        }
    }
}
