package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;

/** The type of a mounted volume. */
final class VolumeType extends TextCriterion<OfMount> {

    VolumeType() {
        super(
                "Volume Type",
                Level.MOUNT,
                "The type of a mounted volume as Kubernetes spells it, such as hostPath or secret.",
                "nfs");
    }

    @Override
    Observed<String> read(OfMount of) {
        return of.volume().map(Volume::type);
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        return new Sighting(Mounts.sentence(of, "is of type " + found(of)), "type", found(of), of.path());
    }
}
