package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;

/** Whether a container can write to the file system of its node. */
final class WritableHostMount extends FlagCriterion<OfMount> {

    WritableHostMount() {
        super(
                "Writable Host Mount",
                Level.MOUNT,
                "Whether the container can write to a path of the node that it mounts.");
    }

    @Override
    Observed<Boolean> read(OfMount of) {
        return of.mount().readOnly() ? Observed.known(false) : of.volume().map(Volume::isHostPath);
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        return new Sighting(
                Mounts.sentence(of, holds(of) ? "is a writable path of the node" : "is no writable path of the node"),
                "readOnly",
                String.valueOf(of.mount().readOnly()),
                of.path());
    }
}
