package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a container has a readiness probe; asked only of those that keep running. */
final class ReadinessProbeDefined extends FlagCriterion<OfContainer> {

    ReadinessProbeDefined() {
        super(
                "Readiness Probe Defined",
                Level.CONTAINER,
                "Whether the container has a readiness probe; init and ephemeral containers, which end, never match.");
    }

    @Override
    public boolean appliesTo(OfContainer in) {
        return in.container().type() == Container.Type.REGULAR || in.container().restartsAlways();
    }

    @Override
    Observed<Boolean> read(OfContainer in) {
        return Observed.known(in.container().probes().readiness());
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "Container " + in.containerName()
                        + (holds(in) ? " has a readiness probe." : " has no readiness probe."),
                "readinessProbe",
                holds(in) ? "set" : "not set",
                in.path("readinessProbe"));
    }
}
