package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.List;

/** Which of the pod's lists a container stands in. */
final class ContainerType extends ChoiceCriterion<OfContainer> {

    ContainerType() {
        super(
                "Container Type",
                Level.CONTAINER,
                List.of("REGULAR", "INIT", "SIDECAR", "EPHEMERAL"),
                "Whether the container is a regular one, an init container, a sidecar (an init container that keeps running) or an ephemeral one.");
    }

    @Override
    Observed<String> read(OfContainer in) {
        Container container = in.container();
        return Observed.known(
                container.type() == Container.Type.INIT && container.restartsAlways()
                        ? "SIDECAR"
                        : container.type().name());
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "Container " + in.containerName() + " is of type " + found(in) + ".",
                "type",
                found(in),
                in.container().path());
    }
}
