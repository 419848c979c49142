package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;

/** The CVSS base score of a vulnerability. */
final class Cvss extends NumberCriterion<OfVulnerability> {

    Cvss() {
        super(
                "CVSS",
                Level.VULNERABILITY,
                "The CVSS base score of a vulnerability; unknown where nobody gave one.",
                ">= 7");
    }

    @Override
    Observed<Double> read(OfVulnerability of) {
        Double score = of.vulnerability().cvss();
        return score == null
                ? Observed.unknown(
                        UnknownReason.NOT_COLLECTED, of.vulnerability().id() + " has no CVSS score.")
                : Observed.known(score);
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
