package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.time.Instant;

/** How long ago an image was scanned. */
final class ImageScanAge extends DaysCriterion<OfContainer> {

    ImageScanAge() {
        super("Image Scan Age", Level.IMAGE, "Days since the image was last scanned.", "30");
    }

    @Override
    Observed<Instant> read(OfContainer in) {
        return in.image().scan().map(ImageScan::scannedAt);
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + " was last scanned at " + found(in) + ".",
                "scan",
                found(in),
                in.path("image"));
    }
}
