package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** Whether an ingress names a service or a port that there is not. */
final class IngressLeadsNowhere extends FlagCriterion<OfObject> {

    IngressLeadsNowhere() {
        super("Ingress Leads Nowhere", Level.OBJECT, "Whether an ingress names a service or a port that there is not.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfIngress found
                ? found.leadingNowhere().map(missing -> !missing.isEmpty())
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfIngress;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words()
                        + (holds(of)
                                ? " names a service or a port that there is not."
                                : " leads to services that there are."),
                "rules",
                String.valueOf(holds(of)),
                "spec.rules");
    }
}
