package dev.breakwater.central.operations.internal;

import dev.breakwater.central.operations.HealthReading;
import java.time.Instant;
import java.util.List;

/** Takes readings of one part of central. */
public interface HealthProbe {

    /** The name of its reading where it cannot take one. */
    String name();

    String title();

    List<HealthReading> read(Instant now);
}
