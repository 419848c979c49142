package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;

/** The id of a vulnerability. */
final class Cve extends TextCriterion<OfVulnerability> {

    Cve() {
        super("CVE", Level.VULNERABILITY, "The id of a vulnerability in the image.", "CVE-2021-44228");
    }

    @Override
    Observed<String> read(OfVulnerability of) {
        return Observed.known(of.vulnerability().id());
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
