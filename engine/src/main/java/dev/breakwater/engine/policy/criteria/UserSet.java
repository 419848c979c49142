package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a user id is set. */
final class UserSet extends FlagCriterion<OfContainer> {

    UserSet() {
        super("User Id Set", Level.CONTAINER, "Whether the container or its pod sets a user id.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        return Observed.known(of.container().security().runAsUser() != null);
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName()
                        + (holds(of) ? " sets its user id." : " leaves its user id to the image."),
                "runAsUser",
                String.valueOf(of.container().security().runAsUser()),
                of.path("securityContext.runAsUser"));
    }
}
