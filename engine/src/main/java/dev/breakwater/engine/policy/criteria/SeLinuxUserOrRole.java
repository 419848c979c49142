package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a container changes its SELinux user or role. */
final class SeLinuxUserOrRole extends FlagCriterion<OfContainer> {

    SeLinuxUserOrRole() {
        super(
                "SELinux User Or Role Set",
                Level.CONTAINER,
                "Whether a container asks for an SELinux user or role of its own.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        var labels = of.container().security().seLinux();
        return Observed.known(
                labels != null && !(labels.user().isEmpty() && labels.role().isEmpty()));
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName()
                        + (holds(of)
                                ? " asks for an SELinux user or role of its own."
                                : " leaves its SELinux user and role to the runtime."),
                "seLinuxOptions",
                String.valueOf(holds(of)),
                of.path("securityContext.seLinuxOptions"));
    }
}
