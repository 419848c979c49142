package dev.breakwater.engine.risk;

import dev.breakwater.engine.risk.FactorScore.State;
import dev.breakwater.engine.risk.factor.AttackerComponents;
import dev.breakwater.engine.risk.factor.ComponentCount;
import dev.breakwater.engine.risk.factor.ImageFreshness;
import dev.breakwater.engine.risk.factor.ImageVulnerabilities;
import dev.breakwater.engine.risk.factor.PolicyViolations;
import dev.breakwater.engine.risk.factor.ServiceConfiguration;
import dev.breakwater.engine.risk.factor.ServiceReachability;
import dev.breakwater.engine.risk.factor.SuspiciousProcesses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of the risk formulas: the score is the product of its factors' multipliers. A factor with nothing to say is a
 * multiplier of 1.
 *
 * <p>What is guaranteed where facts are lost: (1) assessed again with the same violations, at the same or a later instant
 * and with the earlier assessment as {@code previous}, a workload of which any facts became unknown scores at least what
 * it scored before, so that it never sinks in a ranking by going dark; only a <em>known</em> fact lowers a part of a
 * score. (2) Without {@code previous}, the score is a lower bound of the score with those facts, and
 * {@code unknownFactors} says so.
 */
public final class RiskModel {

    /** The first version, eight factors. */
    public static final RiskModel V1 = new RiskModel(
            "1",
            864,
            List.of(
                    new PolicyViolations(),
                    new SuspiciousProcesses(),
                    ImageVulnerabilities.bySeverity(),
                    new ServiceConfiguration(),
                    new ServiceReachability(),
                    new AttackerComponents(),
                    new ComponentCount(),
                    new ImageFreshness()));

    /** Vulnerabilities weigh by how likely they are to be used and whether the workload can be reached, too. */
    public static final RiskModel V2 = new RiskModel(
            "2",
            864,
            List.of(
                    new PolicyViolations(),
                    new SuspiciousProcesses(),
                    ImageVulnerabilities.byLikelihood(),
                    new ServiceConfiguration(),
                    new ServiceReachability(),
                    new AttackerComponents(),
                    new ComponentCount(),
                    new ImageFreshness()));

    /** The version by which scores are made now. */
    public static final RiskModel PRESENT = V2;

    private final String version;
    private final double highest;
    private final List<RiskFactor> factors;

    RiskModel(String version, double highest, List<RiskFactor> factors) {
        this.version = version;
        this.highest = highest;
        this.factors = List.copyOf(factors);
    }

    /** The version that is stored beside each score. */
    public String version() {
        return version;
    }

    /** Where the scale ends: the score with every factor at its maximum. It begins at 1. */
    public double highest() {
        return highest;
    }

    /** Scores a workload. Pure: equal inputs give equal assessments. */
    public RiskAssessment assess(RiskInput input) {
        RiskAssessment previous = comparable(input.previous());
        List<FactorReading> readings = new ArrayList<>();
        List<Instant> changes = new ArrayList<>();
        for (RiskFactor factor : factors) {
            Measurement measured = factor.measure(input);
            if (measured.validUntil() != null) {
                changes.add(measured.validUntil());
            }
            readings.add(FactorReading.join(factor.id(), measured, previous, input.asOf()));
        }
        double score =
                readings.stream().mapToDouble(r -> r.score().multiplier()).reduce(1, (a, b) -> a * b);
        return new RiskAssessment(
                version,
                score,
                count(readings, State.UNKNOWN),
                count(readings, State.STALE),
                readings.stream().map(FactorReading::score).toList(),
                Attribution.of(readings, score),
                changes.stream().min(Instant::compareTo).orElse(null),
                input.asOf());
    }

    /** Values of another version's formulas must not live on in this one. */
    private @Nullable RiskAssessment comparable(@Nullable RiskAssessment previous) {
        return previous != null && Objects.equals(previous.modelVersion(), version) ? previous : null;
    }

    private static int count(List<FactorReading> readings, State state) {
        return (int) readings.stream().filter(r -> r.score().state() == state).count();
    }
}
