package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;
import java.time.Instant;

/** Fires once so many days have gone by since the vulnerability was first found in this image. */
final class DaysSinceCveSeenInImage extends DaysCriterion<OfVulnerability> {

    DaysSinceCveSeenInImage() {
        super(
                "Days Since CVE Was First Discovered In Image",
                Level.VULNERABILITY,
                "Fires once so many days have gone by since the vulnerability was first found in this image.",
                "30");
    }

    @Override
    Observed<Instant> read(OfVulnerability of) {
        return Vulnerabilities.told(
                of, context -> context.firstSeenInImage(), "the day on which it was found in this image");
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
