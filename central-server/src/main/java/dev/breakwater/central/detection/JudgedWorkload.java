package dev.breakwater.central.detection;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A workload just judged, for what builds on verdicts.
 *
 * @param cause in words, why it was judged now
 */
public record JudgedWorkload(
        UUID clusterId, Workload workload, List<Verdict> verdicts, String cause, Instant judgedAt) {

    public JudgedWorkload {
        verdicts = List.copyOf(verdicts);
    }
}
