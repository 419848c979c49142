package dev.breakwater.central.risk;

import dev.breakwater.engine.risk.FactorScore;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workload high in the order of risk, with what its score is made of.
 *
 * @param cluster the cluster's name
 * @param score at least that where factors are unknown
 * @param weekAgo the score that held seven days ago; {@code null} = it had none
 * @param factors every factor of the model, in its order
 */
public record RiskyWorkload(
        UUID id,
        String cluster,
        String namespace,
        String kind,
        String name,
        double score,
        int unknownFactors,
        @Nullable Double weekAgo,
        List<FactorScore> factors) {

    public RiskyWorkload {
        factors = List.copyOf(factors);
    }
}
