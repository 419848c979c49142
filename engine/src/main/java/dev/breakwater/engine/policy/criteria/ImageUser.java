package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The user in an image's configuration. */
final class ImageUser extends TextCriterion<OfContainer> {

    ImageUser() {
        super(
                "Image User",
                Level.IMAGE,
                "The user that the image's configuration names, empty where none is (which means root).",
                "0|root");
    }

    @Override
    Observed<String> read(OfContainer in) {
        return in.image().user();
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + (found(in).isEmpty() ? " names no user." : " names the user " + found(in) + "."),
                "user",
                found(in),
                in.path("image"));
    }
}
