package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;

/** Whether a version without the vulnerability can be had. */
final class Fixable extends FlagCriterion<OfVulnerability> {

    Fixable() {
        super(
                "Fixable",
                Level.VULNERABILITY,
                "Whether there is a version of the package that mends the vulnerability.");
    }

    @Override
    Observed<Boolean> read(OfVulnerability of) {
        return Observed.known(of.vulnerability().isFixable());
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
