package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;
import java.time.Instant;

/** Fires once so many days have gone by since the vulnerability was first found in any image. */
final class DaysSinceCveSeenInSystem extends DaysCriterion<OfVulnerability> {

    DaysSinceCveSeenInSystem() {
        super(
                "Days Since CVE Was First Discovered In System",
                Level.VULNERABILITY,
                "Fires once so many days have gone by since the vulnerability was first found in any image.",
                "30");
    }

    @Override
    Observed<Instant> read(OfVulnerability of) {
        return Vulnerabilities.told(of, context -> context.firstSeenInSystem(), "the day on which it was first found");
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
