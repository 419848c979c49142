package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether a network policy limits outgoing traffic. */
final class HasEgressNetworkPolicy extends FlagCriterion<OfWorkload> {

    HasEgressNetworkPolicy() {
        super(
                "Has Egress Network Policy",
                Level.WORKLOAD,
                "Whether a network policy that limits outgoing traffic selects the workload.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        return of.workload()
                .networkPolicies()
                .map(policies -> !policies.egress().isEmpty());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        boolean has = holds(of);
        return new Sighting(
                has
                        ? "The outgoing traffic of the workload is limited by a network policy."
                        : "No network policy limits the outgoing traffic of the workload.",
                "networkPolicies.egress",
                of.workload()
                        .networkPolicies()
                        .map(policies -> String.join(", ", policies.egress()))
                        .toOptional()
                        .orElse(""),
                "NetworkPolicy");
    }
}
