package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;

/** Whether a network policy limits incoming traffic. */
final class HasIngressNetworkPolicy extends FlagCriterion<OfWorkload> {

    HasIngressNetworkPolicy() {
        super(
                "Has Ingress Network Policy",
                Level.WORKLOAD,
                "Whether a network policy that limits incoming traffic selects the workload.");
    }

    @Override
    Observed<Boolean> read(OfWorkload of) {
        return of.workload()
                .networkPolicies()
                .map(policies -> !policies.ingress().isEmpty());
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        boolean has = holds(of);
        return new Sighting(
                has
                        ? "The incoming traffic of the workload is limited by a network policy."
                        : "No network policy limits the incoming traffic of the workload.",
                "networkPolicies.ingress",
                of.workload()
                        .networkPolicies()
                        .map(policies -> String.join(", ", policies.ingress()))
                        .toOptional()
                        .orElse(""),
                "NetworkPolicy");
    }
}
