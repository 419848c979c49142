package dev.breakwater.engine.risk;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Evidence;
import java.util.List;
import java.util.UUID;

/**
 * A violation that is open, as far as risk cares. A violation stays open while its policy's verdict is unknown: what
 * cannot be seen any more is not mended.
 */
public record OpenViolation(UUID policyId, String policyName, Severity severity, List<Evidence> evidence) {

    public OpenViolation {
        evidence = List.copyOf(evidence);
    }
}
