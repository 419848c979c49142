package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;

/** The path of the node that a container mounts. */
final class HostPath extends TextCriterion<OfMount> {

    HostPath() {
        super(
                "Host Path",
                Level.MOUNT,
                "The path of the node that a container mounts, sub-path included, in its plain form (/var/run is /run); volumes of other types never match.",
                "/|/etc(/.*)?");
    }

    @Override
    public boolean appliesTo(OfMount of) {
        return of.volume().map(Volume::isHostPath).toOptional().orElse(true);
    }

    @Override
    Observed<String> read(OfMount of) {
        return of.volume().map(volume -> HostPaths.mounted(volume, of.mount()));
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        return new Sighting(
                Mounts.sentence(of, "is the path " + found(of) + " of the node"), "hostPath", found(of), of.path());
    }
}
