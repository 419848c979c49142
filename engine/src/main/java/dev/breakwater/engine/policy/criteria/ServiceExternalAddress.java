package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** Whether a service names external addresses, for which the cluster then answers. */
final class ServiceExternalAddress extends FlagCriterion<OfObject> {

    ServiceExternalAddress() {
        super(
                "Service External Address",
                Level.OBJECT,
                "Whether a service names external addresses, for which the cluster then answers.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfService found
                ? Observed.known(!found.service().externalIps().isEmpty())
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfService;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words() + (holds(of) ? " answers for external addresses." : " names no external addresses."),
                "externalIPs",
                String.valueOf(holds(of)),
                "spec.externalIPs");
    }
}
