package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.List;

/** The type of a service. */
final class ServiceType extends ChoiceCriterion<OfObject> {

    ServiceType() {
        super(
                "Service Type",
                Level.OBJECT,
                List.of("CLUSTER_IP", "NODE_PORT", "LOAD_BALANCER", "EXTERNAL_NAME"),
                "How a service is reached.");
    }

    @Override
    Observed<String> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfService found
                ? Observed.known(found.service().type().name())
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfService;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(of.words() + " is of type " + found(of) + ".", "type", found(of), "spec.type");
    }
}
