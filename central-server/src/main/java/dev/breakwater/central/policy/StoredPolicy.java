package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy;
import java.time.Instant;

/**
 * A policy as it is kept.
 *
 * @param version rises with each edit of this policy
 */
public record StoredPolicy(Policy policy, boolean builtIn, int version, Instant updatedAt, String updatedBy) {}
