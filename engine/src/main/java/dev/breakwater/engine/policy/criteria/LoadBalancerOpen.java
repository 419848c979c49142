package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** Whether a service of type LoadBalancer lets in everybody. */
final class LoadBalancerOpen extends FlagCriterion<OfObject> {

    LoadBalancerOpen() {
        super("Load Balancer Open", Level.OBJECT, "Whether a service of type LoadBalancer lets in everybody.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfService found
                ? Observed.known(found.service().type() == Service.Type.LOAD_BALANCER
                        && found.service().loadBalancerSourceRanges().isEmpty())
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfService;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words()
                        + (holds(of)
                                ? " is a load balancer that lets in everybody."
                                : " is no load balancer that lets in everybody."),
                "loadBalancerSourceRanges",
                String.valueOf(holds(of)),
                "spec.loadBalancerSourceRanges");
    }
}
