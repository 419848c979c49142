package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;

/** The probability that a vulnerability is exploited soon. */
final class Epss extends NumberCriterion<OfVulnerability> {

    Epss() {
        super(
                "EPSS",
                Level.VULNERABILITY,
                "The probability, 0 to 1, that a vulnerability is exploited within thirty days (EPSS); unknown where none is known.",
                ">= 0.5");
    }

    @Override
    Observed<Double> read(OfVulnerability of) {
        return Vulnerabilities.told(of, context -> context.epss(), "an EPSS probability");
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
