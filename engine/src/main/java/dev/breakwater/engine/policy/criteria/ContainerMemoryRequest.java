package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The memory request of a container in MiB; 0 where it sets none. */
final class ContainerMemoryRequest extends NumberCriterion<OfContainer> {

    private static final double MIB = 1024 * 1024;

    ContainerMemoryRequest() {
        super(
                "Container Memory Request",
                Level.CONTAINER,
                "The container's memory request in MiB; 0 where it sets none.",
                "= 0");
    }

    /** Ephemeral containers cannot have any. */
    @Override
    public boolean appliesTo(OfContainer in) {
        return in.container().type() != Container.Type.EPHEMERAL;
    }

    @Override
    Observed<Double> read(OfContainer in) {
        Long amount = in.container().resources().memoryRequest();
        return Observed.known(amount == null ? 0.0 : amount / MIB);
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        boolean set = in.container().resources().memoryRequest() != null;
        return new Sighting(
                "Container " + in.containerName()
                        + (set ? " sets a memory request of " + found(in) + " MiB." : " sets no memory request."),
                "resources.requests.memory",
                set ? found(in) : "not set",
                in.path("resources.requests.memory"));
    }
}
