package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.SuspiciousProcess;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workload of which it is asked what a change would bring.
 *
 * @param open the violations that are open now; those whose policy cannot decide, or is judged by other facts than these,
 *     stay open
 * @param previous the stored assessment, from which lost data keeps its value; {@code null} = none
 */
public record Question(
        Facts facts,
        Observed<List<SuspiciousProcess>> suspiciousProcesses,
        List<OpenViolation> open,
        @Nullable RiskAssessment previous,
        Instant asOf) {

    public Question {
        open = List.copyOf(open);
    }

    /** A question about facts alone, without a history. */
    public static Question of(WorkloadSpec spec, Surroundings surroundings, Instant asOf) {
        return new Question(new Facts(spec, surroundings), RiskInput.PROCESSES_NOT_WATCHED, List.of(), null, asOf);
    }
}
