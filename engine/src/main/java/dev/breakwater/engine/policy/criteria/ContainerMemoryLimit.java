package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The memory limit of a container in MiB; 0 where it sets none. */
final class ContainerMemoryLimit extends NumberCriterion<OfContainer> {

    private static final double MIB = 1024 * 1024;

    ContainerMemoryLimit() {
        super(
                "Container Memory Limit",
                Level.CONTAINER,
                "The container's memory limit in MiB; 0 where it sets none.",
                "= 0");
    }

    /** Ephemeral containers cannot have any. */
    @Override
    public boolean appliesTo(OfContainer in) {
        return in.container().type() != Container.Type.EPHEMERAL;
    }

    @Override
    Observed<Double> read(OfContainer in) {
        Long amount = in.container().resources().memoryLimit();
        return Observed.known(amount == null ? 0.0 : amount / MIB);
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        boolean set = in.container().resources().memoryLimit() != null;
        return new Sighting(
                "Container " + in.containerName()
                        + (set ? " sets a memory limit of " + found(in) + " MiB." : " sets no memory limit."),
                "resources.limits.memory",
                set ? found(in) : "not set",
                in.path("resources.limits.memory"));
    }
}
