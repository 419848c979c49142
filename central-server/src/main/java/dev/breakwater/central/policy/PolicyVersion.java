package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy;
import java.time.Instant;

/**
 * A policy as it was saved once.
 *
 * @param number 1 and up
 * @param reason why, as its author said; empty if nothing was said
 * @param origin from where it came then
 */
public record PolicyVersion(int number, Instant at, String by, String reason, String origin, Policy policy) {}
