package dev.breakwater.central.operations;

import java.time.Instant;

/** A reading of some time ago. */
public record HealthSample(Instant at, double value) {}
