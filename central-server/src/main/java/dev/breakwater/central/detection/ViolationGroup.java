package dev.breakwater.central.detection;

import dev.breakwater.engine.model.Severity;
import java.util.UUID;

/**
 * Violations of one policy, or of one workload.
 *
 * @param id of the policy or the workload
 * @param name of it
 * @param severity of the weightiest
 * @param place of a workload: its namespace and cluster, empty for a policy
 * @param violations how many match
 * @param others how many workloads a policy's violations concern, or how many policies a workload's
 */
public record ViolationGroup(UUID id, String name, Severity severity, String place, int violations, int others) {}
