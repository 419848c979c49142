package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether a container's process is root inside of it. */
final class RunsAsRoot extends FlagCriterion<OfContainer> {

    RunsAsRoot() {
        super(
                "Runs As Root",
                Level.CONTAINER,
                "Whether the container runs as user 0: as set, else as the image says; not where runAsNonRoot makes the node refuse it.");
    }

    @Override
    public boolean readsImages() {
        return true;
    }

    @Override
    Observed<Boolean> read(OfContainer in) {
        boolean refused = in.container().security().runAsUser() == null
                && Boolean.TRUE.equals(in.container().security().runAsNonRoot());
        return refused ? Observed.known(false) : EffectiveUser.idOf(in).map(id -> id == 0);
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "Container " + in.containerName() + (holds(in) ? " runs as root" : " does not run as root")
                        + (in.container().security().runAsUser() == null ? ", as its image and settings say." : "."),
                "runAsUser",
                holds(in) ? "0" : "not 0",
                in.path("securityContext.runAsUser"));
    }
}
