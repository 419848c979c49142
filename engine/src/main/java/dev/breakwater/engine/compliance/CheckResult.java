package dev.breakwater.engine.compliance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one check says of one object.
 *
 * @param check the check's id
 * @param evidence what was found; for {@link Outcome#UNKNOWN} what was missing
 * @param validUntil the first instant at which it may change by time alone, {@code null} = never
 */
public record CheckResult(
        String check,
        Outcome outcome,
        List<Evidence> evidence,
        @Nullable Instant validUntil) {

    public CheckResult {
        evidence = List.copyOf(evidence);
    }
}
