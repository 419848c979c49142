package dev.breakwater.central.detection;

import dev.breakwater.engine.model.Severity;
import java.util.List;
import java.util.Map;

/**
 * What falls silent with an exclusion, beside what will come.
 *
 * @param violations how many of the policy's violations, open or accepted, it reaches
 * @param workloads how many workloads it reaches, with a violation or without
 * @param unsure workloads of which it cannot be told, since the labels of their namespace are not known
 * @param sample the first violations by their names
 */
public record ExclusionPreview(
        int violations,
        int workloads,
        int unsure,
        Map<Severity, Integer> bySeverity,
        List<DecisionOutcome.Touched> sample) {

    public ExclusionPreview {
        bySeverity = Map.copyOf(bySeverity);
        sample = List.copyOf(sample);
    }
}
