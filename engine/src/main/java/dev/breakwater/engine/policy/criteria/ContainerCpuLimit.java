package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The CPU limit of a container in cores; 0 where it sets none. */
final class ContainerCpuLimit extends NumberCriterion<OfContainer> {

    ContainerCpuLimit() {
        super(
                "Container CPU Limit",
                Level.CONTAINER,
                "The container's CPU limit in cores; 0 where it sets none.",
                "= 0");
    }

    /** Ephemeral containers cannot have any. */
    @Override
    public boolean appliesTo(OfContainer in) {
        return in.container().type() != Container.Type.EPHEMERAL;
    }

    @Override
    Observed<Double> read(OfContainer in) {
        Double amount = in.container().resources().cpuLimit();
        return Observed.known(amount == null ? 0.0 : amount);
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        boolean set = in.container().resources().cpuLimit() != null;
        return new Sighting(
                "Container " + in.containerName()
                        + (set ? " sets a CPU limit of " + found(in) + " cores." : " sets no CPU limit."),
                "resources.limits.cpu",
                set ? found(in) : "not set",
                in.path("resources.limits.cpu"));
    }
}
