package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.UnknownReason;

/**
 * A fact that a verdict would have needed.
 *
 * @param criterion the criterion that needed it
 * @param subject what it is about: a container, an image, the workload
 */
public record UnknownFact(String criterion, String subject, UnknownReason reason, String detail) {}
