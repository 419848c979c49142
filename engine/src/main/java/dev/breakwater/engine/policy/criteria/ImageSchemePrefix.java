package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.List;
import java.util.Locale;

/** The scheme in front of an image reference. */
final class ImageSchemePrefix extends ChoiceCriterion<OfContainer> {

    ImageSchemePrefix() {
        super(
                "Image Reference Scheme",
                Level.IMAGE,
                List.of("HTTP", "HTTPS", "NONE"),
                "How the reference of an image begins: with http://, with https://, or without a scheme as it ought to.");
    }

    @Override
    Observed<String> read(OfContainer of) {
        String reference = of.container().image().original().strip().toLowerCase(Locale.ROOT);
        return Observed.known(
                reference.startsWith("http://") ? "HTTP" : reference.startsWith("https://") ? "HTTPS" : "NONE");
    }

    @Override
    public Sighting see(OfContainer of, Policy.Group group) {
        return new Sighting(
                "Container " + of.containerName() + " names its image as "
                        + of.container().image().original() + ".",
                "image",
                found(of),
                of.path("image"));
    }
}
