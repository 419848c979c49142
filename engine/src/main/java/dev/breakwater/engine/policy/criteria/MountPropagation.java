package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfMount;
import java.util.List;
import java.util.Locale;

/** How mounts travel between node and container. */
final class MountPropagation extends ChoiceCriterion<OfMount> {

    MountPropagation() {
        super(
                "Mount Propagation",
                Level.MOUNT,
                List.of("NONE", "HOSTTOCONTAINER", "BIDIRECTIONAL"),
                "Whether later mounts travel between the node and the container.");
    }

    @Override
    Observed<String> read(OfMount of) {
        return Observed.known(of.mount().propagation().toUpperCase(Locale.ROOT));
    }

    @Override
    public Sighting see(OfMount of, Policy.Group group) {
        return new Sighting(
                Mounts.sentence(of, "has mount propagation " + found(of)),
                "mountPropagation",
                found(of),
                of.path() + ".mountPropagation");
    }
}
