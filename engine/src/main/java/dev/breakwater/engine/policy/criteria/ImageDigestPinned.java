package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** Whether an image is named by its digest. */
final class ImageDigestPinned extends FlagCriterion<OfContainer> {

    ImageDigestPinned() {
        super(
                "Image Digest Pinned",
                Level.IMAGE,
                "Whether the image is named by its digest, which always means the same content.");
    }

    @Override
    Observed<Boolean> read(OfContainer in) {
        return Observed.known(in.container().image().isPinned());
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + (holds(in) ? " is pinned by its digest." : " is not pinned by a digest."),
                "image",
                in.container().image().original(),
                in.path("image"));
    }
}
