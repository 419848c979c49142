package dev.breakwater.central.detection.internal;

import dev.breakwater.engine.model.Severity;
import java.util.UUID;

/**
 * A violation as it is kept, as far as it is compared.
 *
 * @param unconfirmed its policy could not be judged the last time
 */
record StoredViolation(
        UUID id,
        UUID workloadId,
        UUID policyId,
        String policyName,
        boolean open,
        Severity severity,
        byte[] evidenceHash,
        boolean unconfirmed,
        String team,
        boolean platform) {}
