package dev.breakwater.sensor.watch;

import dev.breakwater.sensor.facts.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one object gives.
 *
 * @param facts its own facts, mostly one
 * @param told for a pod of a workload whose own object is not read: that workload as the pod tells it
 * @param createdAt when the object was made; the newest pod tells its workload
 * @param problem what could not be sent, or lacks what every whole object has; {@code null} if nothing
 */
public record Translated(
        List<Fact> facts,
        @Nullable Fact told,
        Instant createdAt,
        @Nullable String problem) {

    public Translated {
        facts = List.copyOf(facts);
    }
}
