package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The CPU request of a container in cores; 0 where it sets none. */
final class ContainerCpuRequest extends NumberCriterion<OfContainer> {

    ContainerCpuRequest() {
        super(
                "Container CPU Request",
                Level.CONTAINER,
                "The container's CPU request in cores; 0 where it sets none.",
                "= 0");
    }

    /** Ephemeral containers cannot have any. */
    @Override
    public boolean appliesTo(OfContainer in) {
        return in.container().type() != Container.Type.EPHEMERAL;
    }

    @Override
    Observed<Double> read(OfContainer in) {
        Double amount = in.container().resources().cpuRequest();
        return Observed.known(amount == null ? 0.0 : amount);
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        boolean set = in.container().resources().cpuRequest() != null;
        return new Sighting(
                "Container " + in.containerName()
                        + (set ? " sets a CPU request of " + found(in) + " cores." : " sets no CPU request."),
                "resources.requests.cpu",
                set ? found(in) : "not set",
                in.path("resources.requests.cpu"));
    }
}
