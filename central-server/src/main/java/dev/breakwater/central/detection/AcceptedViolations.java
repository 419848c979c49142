package dev.breakwater.central.detection;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Violations that people bear until a date. */
@FunctionalInterface
public interface AcceptedViolations {

    /** What is borne: a policy's violation by a workload. */
    record Accepted(UUID policyId, UUID workloadId) {}

    /** Those of these workloads that are borne now. */
    Set<Accepted> of(Collection<UUID> workloadIds);
}
