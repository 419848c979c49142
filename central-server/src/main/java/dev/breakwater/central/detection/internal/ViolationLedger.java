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
import org.springframework.stereotype.Component;

/** Brings the kept violations in line with verdicts. */
@Component
class ViolationLedger {

    private final ViolationTable table;

    ViolationLedger(ViolationTable table) {
        this.table = table;
    }

    /** Writes what differs and returns, by workload, what is open now. */
    Map<UUID, List<OpenViolation>> reconcile(
            List<Judging> judgings, CompiledPolicySet policies, Instant at, String correlationId) {
        Map<UUID, Map<UUID, StoredViolation>> stored =
                table.of(judgings.stream().map(Judging::id).toList());
        List<ViolationChange> changes = new ArrayList<>();
        List<LoadedWorkload> otherOwner = new ArrayList<>();
        for (Judging judging : judgings) {
            Map<UUID, StoredViolation> mine = stored.getOrDefault(judging.id(), Map.of());
            changes.addAll(ViolationDiff.of(judging, mine, policies.byId()));
            LoadedWorkload loaded = judging.loaded();
            if (mine.values().stream()
                    .anyMatch(v -> !v.team().equals(loaded.team()) || v.platform() != loaded.platform())) {
                otherOwner.add(loaded);
            }
        }
        table.rename(otherOwner);
        table.write(changes, policies.revision(), at, correlationId);
        return open(judgings, stored, policies.byId());
    }

    /** Also those whose policy cannot be judged any more: with the evidence last seen. */
    private Map<UUID, List<OpenViolation>> open(
            List<Judging> judgings, Map<UUID, Map<UUID, StoredViolation>> stored, Map<UUID, Policy> policies) {
        Map<UUID, List<OpenViolation>> open = new HashMap<>();
        Map<UUID, List<StoredViolation>> kept = new HashMap<>();
        for (Judging judging : judgings) {
            List<OpenViolation> mine = new ArrayList<>();
            Set<UUID> unknown = new HashSet<>();
            for (Verdict verdict : judging.verdicts()) {
                Policy policy = policies.get(verdict.policyId());
                if (verdict.outcome() == Outcome.VIOLATED && policy != null) {
                    mine.add(new OpenViolation(policy.id(), policy.name(), policy.severity(), verdict.evidence()));
                } else if (verdict.outcome() == Outcome.UNKNOWN) {
                    unknown.add(verdict.policyId());
                }
            }
            open.put(judging.id(), mine);
            kept.put(
                    judging.id(),
                    stored.getOrDefault(judging.id(), Map.of()).values().stream()
                            .filter(StoredViolation::open)
                            .filter(v -> judging.failed() || unknown.contains(v.policyId()))
                            .toList());
        }
        List<UUID> ids = kept.values().stream()
                .flatMap(List::stream)
                .map(StoredViolation::id)
                .toList();
        Map<UUID, List<Evidence>> evidence = table.evidence(ids);
        kept.forEach((workloadId, violations) -> violations.forEach(v -> open.get(workloadId)
                .add(new OpenViolation(
                        v.policyId(), v.policyName(), v.severity(), evidence.getOrDefault(v.id(), List.of())))));
        return open;
    }
}
