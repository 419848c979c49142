package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether SELinux labels are set. */
final class SeLinuxLabelsSet extends FlagCriterion<OfContainer> {

    SeLinuxLabelsSet() {
        super("SELinux Labels Set", Level.CONTAINER, "Whether a container or its pod asks for SELinux labels at all.");
    }

    @Override
    Observed<Boolean> read(OfContainer of) {
        var labels = of.container().security().seLinux();
        return Observed.known(
                labels != null && !(labels.user() + labels.role() + labels.type() + labels.level()).isEmpty());
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName()
                        + (holds(of) ? " asks for SELinux labels." : " leaves its SELinux labels to the runtime."),
                "seLinuxOptions",
                String.valueOf(holds(of)),
                of.path("securityContext.seLinuxOptions"));
    }
}
