package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;

/** Whether an ingress serves any of its hosts by TLS. */
final class IngressTls extends FlagCriterion<OfObject> {

    IngressTls() {
        super("Ingress TLS", Level.OBJECT, "Whether an ingress serves any of its hosts by TLS.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return of.resource().content() instanceof Resource.OfIngress found
                ? Observed.known(found.ingress().tls())
                : Observed.unknown(UnknownReason.NOT_COLLECTED, "");
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfIngress;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        return new Sighting(
                of.words() + (holds(of) ? " serves a host by TLS." : " serves nothing by TLS."),
                "tls",
                String.valueOf(holds(of)),
                "spec.tls");
    }
}
