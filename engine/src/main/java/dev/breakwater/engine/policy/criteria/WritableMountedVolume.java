package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;

/** Whether a container can write to a volume. */
final class WritableMountedVolume extends FlagCriterion<OfMount> {

    WritableMountedVolume() {
        super("Writable Mounted Volume", Level.MOUNT, "Whether the container can write to a volume that it mounts.");
    }

    @Override
    Observed<Boolean> read(OfMount of) {
        return Observed.known(!of.mount().readOnly());
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        return new Sighting(
                Mounts.sentence(of, holds(of) ? "is writable" : "is read-only"),
                "readOnly",
                String.valueOf(of.mount().readOnly()),
                of.path() + ".readOnly");
    }
}
