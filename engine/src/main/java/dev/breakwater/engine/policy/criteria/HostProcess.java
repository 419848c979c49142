package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a container is a process of its Windows node. */
final class HostProcess extends FlagCriterion<OfContainer> {

    HostProcess() {
        super("Host Process", Level.CONTAINER, "Whether the container is a process of a Windows node itself.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        return Observed.known(Boolean.TRUE.equals(of.container().security().hostProcess()));
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName()
                        + (holds(of) ? " runs as a process of its Windows node." : " is no process of its node."),
                "hostProcess",
                String.valueOf(holds(of)),
                of.path("securityContext.windowsOptions.hostProcess"));
    }
}
