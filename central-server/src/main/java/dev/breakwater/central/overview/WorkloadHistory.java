package dev.breakwater.central.overview;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What happened to a workload and to its risk, newest first. It outlives the workload.
 *
 * @param changes of the workload itself
 * @param risk of its score
 */
public record WorkloadHistory(List<Change> changes, List<RiskChange> risk) {

    public WorkloadHistory {
        changes = List.copyOf(changes);
        risk = List.copyOf(risk);
    }

    /**
     * One thing that happened to a workload.
     *
     * @param change such as {@code FIRST_SEEN} or {@code CHANGED}
     * @param detail in words
     * @param correlationId follows it through the logs
     */
    public record Change(Instant at, String change, String detail, String correlationId) {}

    /**
     * A score that differs from the one before, or came about for other reasons.
     *
     * @param unknownFactors factors without data: the score is at least that
     * @param cause in words
     * @param added reasons that came, as JSON
     * @param removed reasons that went, as JSON
     */
    public record RiskChange(
            Instant at,
            double score,
            int unknownFactors,
            String cause,
            @JsonRawValue @Schema(type = "array") String added,
            @JsonRawValue @Schema(type = "array") String removed) {}
}
