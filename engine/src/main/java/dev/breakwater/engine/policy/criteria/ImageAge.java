package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.time.Instant;

/** How long ago an image was built. */
final class ImageAge extends DaysCriterion<OfContainer> {

    ImageAge() {
        super("Image Age", Level.IMAGE, "Days since the image was built.", "90");
    }

    @Override
    Observed<Instant> read(OfContainer in) {
        return in.image().createdAt();
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + " was built at " + found(in) + ".",
                "created",
                found(in),
                in.path("image"));
    }
}
