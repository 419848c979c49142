package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The group id of a container. */
final class RunAsGroup extends NumberCriterion<OfContainer> {

    RunAsGroup() {
        super(
                "Run As Group",
                Level.CONTAINER,
                "The group id that the container or its pod sets; unknown where the image decides.",
                "< 10000");
    }

    @Override
    Observed<Double> read(OfContainer of) {
        Long group = of.container().security().runAsGroup();
        return group == null
                ? Observed.unknown(UnknownReason.NOT_COLLECTED, "The group is left to the image.")
                : Observed.known(group.doubleValue());
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName() + " runs with group id " + found(of) + ".",
                "runAsGroup",
                found(of),
                of.path("securityContext.runAsGroup"));
    }
}
