package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfVulnerability;
import java.util.List;

/** The severity of a vulnerability. */
final class SeverityOfCve extends RankCriterion<OfVulnerability> {

    SeverityOfCve() {
        super(
                "Severity",
                Level.VULNERABILITY,
                List.of("LOW", "MEDIUM", "HIGH", "CRITICAL"),
                "The severity of a vulnerability, the distribution's before others; unknown where nobody rated it.");
    }

    @Override
    Observed<String> read(OfVulnerability of) {
        Severity severity = of.vulnerability().severity();
        return severity == Severity.UNKNOWN
                ? Observed.unknown(
                        UnknownReason.NOT_COLLECTED, of.vulnerability().id() + " is not rated.")
                : Observed.known(severity.name());
    }

    @Override
    public Sighting see(OfVulnerability of, Policy.Group group) {
        return Vulnerabilities.sighting(of);
    }
}
