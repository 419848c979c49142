package dev.breakwater.engine.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A risk score with what it is made of.
 *
 * @param modelVersion the version of the formulas
 * @param score the product of all multipliers, at least 1
 * @param unknownFactors how many factors lack data; above 0 the score is a lower bound
 * @param staleFactors how many factors keep an earlier value
 * @param factors every factor of the model, in its order
 * @param reasons what it comes from, the largest share first
 * @param validUntil the first instant at which the score may change by time alone, {@code null} = never
 */
public record RiskAssessment(
        String modelVersion,
        double score,
        int unknownFactors,
        int staleFactors,
        List<FactorScore> factors,
        List<Reason> reasons,
        @Nullable Instant validUntil,
        Instant assessedAt) {

    public RiskAssessment {
        factors = List.copyOf(factors);
        reasons = List.copyOf(reasons);
    }

    /** The score as people read it, see {@link ScoreText}. */
    public String text() {
        return ScoreText.withCounts(score, unknownFactors, staleFactors);
    }

    /** One factor, if this assessment's model has it. */
    public Optional<FactorScore> factor(FactorId id) {
        return factors.stream().filter(f -> f.factor() == id).findFirst();
    }

    /** One reason by its stable id. */
    public Optional<Reason> reason(String id) {
        return reasons.stream().filter(r -> r.id().equals(id)).findFirst();
    }
}
