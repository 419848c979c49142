package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a container is kept from being root by its own settings. */
final class NonRootEnforced extends FlagCriterion<OfContainer> {

    NonRootEnforced() {
        super(
                "Run As Non-Root Enforced",
                Level.CONTAINER,
                "Whether the node refuses to start the container as root: by runAsNonRoot, or by a user id other than 0.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        Long user = of.container().security().runAsUser();
        return Observed.known(
                user != null
                        ? user != 0
                        : Boolean.TRUE.equals(of.container().security().runAsNonRoot()));
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName()
                        + (holds(of)
                                ? " is kept from running as root."
                                : " is not kept from running as root by its settings."),
                "runAsNonRoot",
                String.valueOf(of.container().security().runAsNonRoot()),
                of.path("securityContext.runAsNonRoot"));
    }
}
