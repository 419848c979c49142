package dev.breakwater.central.compliance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which version of CIS Kubernetes a cluster is held to.
 *
 * @param fitting the standard that speaks of its oldest kubelet, {@code null} = none does, or no node is seen
 * @param chosen the standard that people chose in its place, {@code null} = none
 * @param chosenBy {@code null} = nobody chose
 */
public record BenchmarkChoice(
        UUID clusterId,
        String cluster,
        @Nullable String fitting,
        @Nullable String chosen,
        @Nullable String chosenBy,
        @Nullable Instant chosenAt) {}
