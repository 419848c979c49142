package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The registry in the name of a container's image. */
final class ImageRegistry extends TextCriterion<OfContainer> {

    ImageRegistry() {
        super("Image Registry", Level.IMAGE, "The registry of the image, such as docker.io.", "docker\\.io");
    }

    @Override
    Observed<String> read(OfContainer in) {
        return Observed.known(in.container().image().registry());
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        String shown = found(in).isEmpty() ? "(none)" : found(in);
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + " comes from the registry " + shown + ".",
                "image",
                found(in),
                in.path("image"));
    }
}
