package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a container runs privileged. */
final class PrivilegedContainer extends FlagCriterion<OfContainer> {

    PrivilegedContainer() {
        super(
                "Privileged Container",
                Level.CONTAINER,
                "Whether the container runs privileged: with all rights of the node.");
    }

    @Override
    Observed<Boolean> read(OfContainer in) {
        return Observed.known(in.container().security().privileged());
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        boolean is = holds(in);
        return new Sighting(
                "Container " + in.containerName() + (is ? " runs privileged." : " does not run privileged."),
                "privileged",
                String.valueOf(is),
                in.path("securityContext.privileged"));
    }
}
