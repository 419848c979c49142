package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;

/** The version that mends a vulnerability. */
final class FixedBy extends TextCriterion<OfVulnerability> {

    FixedBy() {
        super(
                "Fixed By",
                Level.VULNERABILITY,
                "The version that mends the vulnerability; those that nothing mends yet never match.",
                ".+");
    }

    @Override
    public boolean appliesTo(OfVulnerability of) {
        return of.vulnerability().isFixable();
    }

    @Override
    Observed<String> read(OfVulnerability of) {
        return Observed.known(of.vulnerability().fixedBy());
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
