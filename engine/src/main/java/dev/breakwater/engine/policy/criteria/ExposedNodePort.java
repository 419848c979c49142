package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRoute;

/** A port that is opened on every node. */
final class ExposedNodePort extends NumberCriterion<OfRoute> {

    ExposedNodePort() {
        super(
                "Exposed Node Port",
                Level.ROUTE,
                "The node port by which a service leads to the workload; ways without one never match.",
                "<= 1024");
    }

    @Override
    public boolean appliesTo(OfRoute of) {
        return of.route().nodePort() > 0;
    }

    @Override
    Observed<Double> read(OfRoute of) {
        return Observed.known((double) of.route().nodePort());
    }

    @Override
    public Sighting see(OfRoute of, Policy.Group group) {
        return new Sighting(
                "The workload is reached on port " + found(of) + " of every node by "
                        + of.route().via() + ".",
                "nodePort",
                found(of),
                of.route().via());
    }
}
