package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;
import java.time.Instant;

/** Fires once so many days have gone by since there was a version that mends the vulnerability. */
final class DaysSinceCveFixAvailable extends DaysCriterion<OfVulnerability> {

    DaysSinceCveFixAvailable() {
        super(
                "Days Since CVE Fix Was Available",
                Level.VULNERABILITY,
                "Fires once so many days have gone by since there was a version that mends the vulnerability.",
                "30");
    }

    @Override
    Observed<Instant> read(OfVulnerability of) {
        return Vulnerabilities.told(of, context -> context.fixAvailableAt(), "the day of its fix");
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
