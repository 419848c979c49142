package dev.breakwater.central.detection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Builds on verdicts within the transaction that makes them (risk). An interface of {@code detection}, so that the
 * higher capability plugs in.
 */
public interface JudgementListener {

    /**
     * @return for each workload whose answer will change by time alone, the first instant at which it may
     */
    Map<UUID, Instant> judged(List<JudgedWorkload> workloads);
}
