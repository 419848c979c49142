package dev.breakwater.central.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A rule as it is kept.
 *
 * @param position from 1, in which the rules are asked
 * @param rule what it takes, and where that goes
 * @param version rises with each change
 */
public record NotificationRule(
        UUID id, int position, RuleDraft rule, int version, Instant updatedAt, String updatedBy) {}
