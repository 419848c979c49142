package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The name of a container. */
final class ContainerName extends TextCriterion<OfContainer> {

    ContainerName() {
        super("Container Name", Level.CONTAINER, "The name of the container.", "debug.*");
    }

    @Override
    Observed<String> read(OfContainer in) {
        return Observed.known(in.containerName());
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting("A container is named " + found(in) + ".", "name", found(in), in.path("name"));
    }
}
