package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;

/** The name of a mounted volume. */
final class VolumeName extends TextCriterion<OfMount> {

    VolumeName() {
        super("Volume Name", Level.MOUNT, "The name of a volume that the container mounts.", "cache");
    }

    @Override
    Observed<String> read(OfMount of) {
        return Observed.known(of.mount().volume());
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        return new Sighting(Mounts.sentence(of, "is mounted"), "name", found(of), of.path() + ".name");
    }
}
