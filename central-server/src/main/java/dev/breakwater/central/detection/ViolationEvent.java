package dev.breakwater.central.detection;

import java.time.Instant;

/**
 * One thing that happened to a violation.
 *
 * @param change by the judgement {@code OPENED}, {@code CHANGED}, {@code CLOSED}, {@code REOPENED}, {@code EXCLUDED}; by
 *     people {@code ASSIGNED}, {@code COMMENTED}, {@code RESOLVED}, {@code REOPENED}, {@code ACCEPTED}, {@code UNDONE}
 * @param cause what made it so, in words
 * @param actor who did it, empty = the judgement
 * @param correlationId follows it through the logs
 */
public record ViolationEvent(Instant at, String change, String cause, String actor, String correlationId) {}
