package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether the root file system of a container is read-only. */
final class ReadOnlyRootFilesystem extends FlagCriterion<OfContainer> {

    ReadOnlyRootFilesystem() {
        super(
                "Read-Only Root Filesystem",
                Level.CONTAINER,
                "Whether the container's root file system is read-only; it is not unless set.");
    }

    @Override
    Observed<Boolean> read(OfContainer in) {
        return Observed.known(Boolean.TRUE.equals(in.container().security().readOnlyRootFilesystem()));
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "Container " + in.containerName()
                        + (holds(in) ? " has a read-only root file system." : " can write to its root file system."),
                "readOnlyRootFilesystem",
                String.valueOf(in.container().security().readOnlyRootFilesystem()),
                in.path("securityContext.readOnlyRootFilesystem"));
    }
}
