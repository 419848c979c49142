package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;

/** The NVD's own score of a vulnerability. */
final class NvdCvss extends NumberCriterion<OfVulnerability> {

    NvdCvss() {
        super(
                "NVD CVSS",
                Level.VULNERABILITY,
                "The CVSS base score that the NVD gives a vulnerability; unknown where it gave none or was not asked.",
                ">= 7");
    }

    @Override
    Observed<Double> read(OfVulnerability of) {
        return Vulnerabilities.told(of, context -> context.nvdCvss(), "an NVD score");
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
