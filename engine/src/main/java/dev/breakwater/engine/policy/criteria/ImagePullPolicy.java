package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.List;
import java.util.Locale;

/** When an image is pulled. */
final class ImagePullPolicy extends ChoiceCriterion<OfContainer> {

    ImagePullPolicy() {
        super(
                "Image Pull Policy",
                Level.CONTAINER,
                List.of("ALWAYS", "IFNOTPRESENT", "NEVER"),
                "When the node asks the registry for the image: ALWAYS, IFNOTPRESENT or NEVER, with the default of Kubernetes filled in.");
    }

    @Override
    Observed<String> read(OfContainer of) {
        String policy = of.container().pullPolicy();
        return policy.isEmpty()
                ? Observed.unknown(UnknownReason.NOT_COLLECTED, "The sensor does not tell the pull policy.")
                : Observed.known(policy.toUpperCase(Locale.ROOT));
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName() + " has pull policy " + found(of) + ".",
                "imagePullPolicy",
                found(of),
                of.path("imagePullPolicy"));
    }
}
