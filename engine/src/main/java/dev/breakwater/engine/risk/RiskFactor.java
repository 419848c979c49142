package dev.breakwater.engine.risk;

/** One factor of a risk score. Adding one is a class, its test and a line in {@link RiskModel}. */
public interface RiskFactor {

    /** Which factor this is. */
    FactorId id();

    /** What the facts say by themselves; what was known earlier is not its business. */
    Measurement measure(RiskInput input);
}
