package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfExposure;

/** A port of a workload. */
final class ExposedPort extends NumberCriterion<OfExposure> {

    ExposedPort() {
        super(
                "Exposed Port",
                Level.EXPOSURE,
                "The number of a port that the workload declares or a service leads to.",
                "22");
    }

    @Override
    Observed<Double> read(OfExposure of) {
        return Observed.known((double) of.exposure().containerPort());
    }

    @Override
    public Sighting see(OfExposure of, Policy.Group group) {
        return new Sighting(
                "The workload listens on " + Exposures.port(of.exposure()) + ".",
                "containerPort",
                found(of),
                Exposures.via(of.exposure()));
    }
}
