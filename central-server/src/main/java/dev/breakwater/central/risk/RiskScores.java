package dev.breakwater.central.risk;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.risk.RiskAssessment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Scores with what they are made of, and how they moved. */
public interface RiskScores {

    /**
     * The present score of a workload with its factors and reasons; empty if it is not judged yet, is not there, or is
     * outside of the scope. Its {@code validUntil} is not kept.
     */
    Optional<RiskAssessment> assessment(UUID workloadId, AccessScope scope);

    /** The steps of its score, newest first; the newest 200. */
    List<RiskMove> history(UUID workloadId, AccessScope scope);
}
