package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfPort;

/** A port that a container takes on its node. */
final class HostPort extends NumberCriterion<OfPort> {

    HostPort() {
        super(
                "Host Port",
                Level.PORT,
                "The port on the node that a container takes; ports without one never match.",
                "> 0");
    }

    @Override
    public boolean appliesTo(OfPort of) {
        return of.port().hostPort() > 0;
    }

    @Override
    Observed<Double> read(OfPort of) {
        return Observed.known((double) of.port().hostPort());
    }

    @Override
    public Sighting see(OfPort of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName() + " takes port " + found(of) + " of its node.",
                "hostPort",
                found(of),
                of.in().path("ports[" + of.index() + "].hostPort"));
    }
}
