package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The user id of a container's process. */
final class RunAsUser extends NumberCriterion<OfContainer> {

    RunAsUser() {
        super(
                "Run As User",
                Level.CONTAINER,
                "The user id that the container runs with: as set, else as the image says; unknown where the image was not looked at or only gives a name.",
                "< 1000");
    }

    @Override
    public boolean readsImages() {
        return true;
    }

    @Override
    Observed<Double> read(OfContainer in) {
        return EffectiveUser.idOf(in);
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "Container " + in.containerName() + " runs with user id " + found(in) + ".",
                "runAsUser",
                found(in),
                in.path("securityContext.runAsUser"));
    }
}
