package dev.breakwater.central.detection;

import java.time.Instant;

/**
 * One thing that happened to a violation.
 *
 * @param change {@code OPENED}, {@code CHANGED}, {@code CLOSED} or {@code REOPENED}
 * @param cause what made it so, in words
 * @param correlationId follows it through the logs
 */
public record ViolationEvent(Instant at, String change, String cause, String correlationId) {}
