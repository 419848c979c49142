package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a group id is set. */
final class GroupSet extends FlagCriterion<OfContainer> {

    GroupSet() {
        super("Group Id Set", Level.CONTAINER, "Whether the container or its pod sets a group id.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        return Observed.known(of.container().security().runAsGroup() != null);
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName()
                        + (holds(of) ? " sets its group id." : " leaves its group id to the image."),
                "runAsGroup",
                String.valueOf(of.container().security().runAsGroup()),
                of.path("securityContext.runAsGroup"));
    }
}
