package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** Whether a network policy selects every pod of its namespace. */
final class NetworkPolicySelectsAll extends FlagCriterion<OfObject> {

    NetworkPolicySelectsAll() {
        super(
                "Network Policy Selects All",
                Level.OBJECT,
                "Whether a network policy selects every pod of its namespace.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfNetworkPolicy found
                ? Observed.known(found.policy().podSelector().equals(LabelSelector.EVERYTHING))
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfNetworkPolicy;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words() + (holds(of) ? " selects every pod of its namespace." : " selects some pods."),
                "podSelector",
                String.valueOf(holds(of)),
                "spec.podSelector");
    }
}
