package dev.breakwater.central.detection;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody wrote about a violation.
 *
 * @param body plain text
 */
public record Comment(UUID id, Instant at, String author, String body) {}
