package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.OpenViolations;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.engine.risk.OpenViolation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class StoredOpenViolations implements OpenViolations {

    private final ViolationTable table;

    StoredOpenViolations(ViolationTable table) {
        this.table = table;
    }

    @Override
    public List<OpenViolation> of(UUID workloadId) {
        List<StoredViolation> open = table.of(List.of(workloadId)).getOrDefault(workloadId, Map.of()).values().stream()
                .filter(v -> v.open() || v.state() == State.ACCEPTED)
                .toList();
        Map<UUID, List<Evidence>> evidence =
                table.evidence(open.stream().map(StoredViolation::id).toList());
        return open.stream()
                .map(v -> new OpenViolation(
                        v.policyId(), v.policyName(), v.severity(), evidence.getOrDefault(v.id(), List.of())))
                .toList();
    }
}
