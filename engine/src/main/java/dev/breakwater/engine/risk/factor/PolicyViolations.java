package dev.breakwater.engine.risk.factor;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.Measurement.Part;
import dev.breakwater.engine.risk.OpenViolation;
import dev.breakwater.engine.risk.RiskFactor;
import dev.breakwater.engine.risk.RiskInput;
import java.util.List;
import java.util.Locale;

/** Open violations: the square of the severity (1 to 4) for each, saturating at 50 points, up to 4. */
public final class PolicyViolations implements RiskFactor {

    private static final Saturation SATURATION = new Saturation(50, 4);

    @Override
    public FactorId id() {
        return FactorId.POLICY_VIOLATIONS;
    }

    @Override
    public Measurement measure(RiskInput input) {
        List<Contribution> contributions =
                input.violations().stream().map(PolicyViolations::contribution).toList();
        double points = contributions.stream().mapToDouble(Contribution::points).sum();
        double multiplier = SATURATION.multiplierOf(points);
        long unrated = input.violations().stream()
                .filter(v -> v.severity() == Severity.UNKNOWN)
                .count();
        if (unrated > 0) {
            String reason = unrated + (unrated == 1 ? " violation has" : " violations have") + " no severity.";
            return Measurement.of(Part.unknown("", multiplier, contributions, reason));
        }
        if (contributions.isEmpty()) {
            return Measurement.of(Part.nothingToSay("", "No violation is open."));
        }
        int count = contributions.size();
        String fact = count == 1 ? "1 violation is open." : count + " violations are open.";
        return Measurement.of(Part.known("", multiplier, contributions, fact));
    }

    private static Contribution contribution(OpenViolation violation) {
        String severity = violation.severity().name().toLowerCase(Locale.ROOT);
        return new Contribution(
                "violation:" + violation.policyId(),
                "Violates “" + violation.policyName() + "” (" + severity + ")",
                violation.severity(),
                points(violation.severity()));
    }

    private static double points(Severity severity) {
        return switch (severity) {
            case LOW -> 1;
            case MEDIUM -> 4;
            case HIGH -> 9;
            case CRITICAL -> 16;
            case UNKNOWN -> 0;
        };
    }
}
