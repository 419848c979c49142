package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;

/** Where a volume is mounted in a container. */
final class VolumeDestination extends TextCriterion<OfMount> {

    VolumeDestination() {
        super(
                "Volume Destination",
                Level.MOUNT,
                "The path in the container at which a volume is mounted.",
                "/var/run/secrets/.*");
    }

    @Override
    Observed<String> read(OfMount of) {
        return Observed.known(of.mount().path());
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        return new Sighting(
                Mounts.sentence(of, "is mounted at " + found(of)), "mountPath", found(of), of.path() + ".mountPath");
    }
}
