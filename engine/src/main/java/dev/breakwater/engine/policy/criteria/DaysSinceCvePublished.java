package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;
import java.time.Instant;

/** How long a vulnerability has been public. */
final class DaysSinceCvePublished extends DaysCriterion<OfVulnerability> {

    DaysSinceCvePublished() {
        super(
                "Days Since CVE Was Published",
                Level.VULNERABILITY,
                "Days since the vulnerability was published; unknown where the date is not given.",
                "30");
    }

    @Override
    Observed<Instant> read(OfVulnerability of) {
        Instant published = of.vulnerability().publishedAt();
        return published == null
                ? Observed.unknown(
                        UnknownReason.NOT_COLLECTED,
                        "When " + of.vulnerability().id() + " was published is not given.")
                : Observed.known(published);
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
