package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The tag in the name of a container's image. */
final class ImageTag extends TextCriterion<OfContainer> {

    ImageTag() {
        super(
                "Image Tag",
                Level.IMAGE,
                "The tag of the image; latest if neither tag nor digest is written, empty with a digest alone.",
                "latest");
    }

    @Override
    Observed<String> read(OfContainer in) {
        return Observed.known(in.container().image().tag());
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        String shown = found(in).isEmpty() ? "(none)" : found(in);
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + " has the tag " + shown + ".",
                "image",
                found(in),
                in.path("image"));
    }
}
