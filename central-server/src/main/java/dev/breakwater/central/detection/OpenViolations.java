package dev.breakwater.central.detection;

import dev.breakwater.engine.risk.OpenViolation;
import java.util.List;
import java.util.UUID;

/** What holds of a workload, open or accepted for a while, for the capabilities above. Not limited by a scope: the caller has checked the workload. */
public interface OpenViolations {

    List<OpenViolation> of(UUID workloadId);
}
