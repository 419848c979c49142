package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;

/** What a mounted volume leads to. */
final class VolumeSource extends TextCriterion<OfMount> {

    VolumeSource() {
        super(
                "Volume Source",
                Level.MOUNT,
                "What a mounted volume leads to: the path on the node, or the name of the secret, config map or claim.",
                "/etc/.*");
    }

    @Override
    Observed<String> read(OfMount of) {
        return of.volume().map(Volume::source);
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        return new Sighting(Mounts.sentence(of, "leads to " + found(of)), "source", found(of), of.path());
    }
}
