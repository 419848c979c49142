package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The SELinux type of a container. */
final class SeLinuxType extends TextCriterion<OfContainer> {

    SeLinuxType() {
        super(
                "SELinux Type",
                Level.CONTAINER,
                "The SELinux type that a container asks for; one that asks for none never matches.",
                "spc_t");
    }

    @Override
    Observed<String> read(OfContainer of) {
        return Observed.known(type(of));
    }

    @Override
    public boolean appliesTo(OfContainer of) {
        return !type(of).isEmpty();
    }

    private static String type(OfContainer of) {
        var labels = of.container().security().seLinux();
        return labels == null ? "" : labels.type();
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName() + " asks for the SELinux type " + found(of) + ".",
                "seLinuxOptions.type",
                found(of),
                of.path("securityContext.seLinuxOptions.type"));
    }
}
