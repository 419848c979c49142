package dev.breakwater.engine.risk;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a risk score is made of.
 *
 * @param violations the open violations, each policy once
 * @param suspiciousProcesses in the order of their first sight
 * @param previous the last assessment of this workload, from which lost data keeps its value; {@code null} = none
 */
public record RiskInput(
        Workload workload,
        List<OpenViolation> violations,
        Observed<List<SuspiciousProcess>> suspiciousProcesses,
        @Nullable RiskAssessment previous,
        Instant asOf) {

    /** Nobody watches processes of this workload. */
    public static final Observed<List<SuspiciousProcess>> PROCESSES_NOT_WATCHED =
            Observed.unknown(UnknownReason.NOT_COLLECTED, "Processes of this workload are not watched.");

    public RiskInput {
        violations = List.copyOf(violations);
    }
}
