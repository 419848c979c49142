package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The repository in the name of a container's image. */
final class ImageRemote extends TextCriterion<OfContainer> {

    ImageRemote() {
        super(
                "Image Remote",
                Level.IMAGE,
                "The repository of the image without its registry, such as library/nginx.",
                "library/nginx");
    }

    @Override
    Observed<String> read(OfContainer in) {
        return Observed.known(in.container().image().repository());
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        String shown = found(in).isEmpty() ? "(none)" : found(in);
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + " is of the repository " + shown + ".",
                "image",
                found(in),
                in.path("image"));
    }
}
