package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfExposure;

/** Whether a port can be reached from outside of the cluster's network. */
final class ExposedToInternet extends FlagCriterion<OfExposure> {

    ExposedToInternet() {
        super(
                "Exposed To Internet",
                Level.EXPOSURE,
                "Whether a port can be reached from outside by a load balancer, an external address, an ingress or a route.");
    }

    @Override
    Observed<Boolean> read(OfExposure of) {
        return Observed.known(of.exposure().method().isOutside());
    }

    @Override
    public Sighting see(OfExposure of, Policy.Group group) {
        return new Sighting(
                Exposures.reach(of.exposure()),
                "exposure",
                of.exposure().method().name(),
                Exposures.via(of.exposure()));
    }
}
