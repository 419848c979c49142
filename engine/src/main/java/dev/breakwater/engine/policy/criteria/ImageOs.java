package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;

/** The distribution in an image. */
final class ImageOs extends TextCriterion<OfContainer> {

    ImageOs() {
        super(
                "Image OS",
                Level.IMAGE,
                "The distribution that the image is based on, such as debian:12.",
                "debian:(9|10)");
    }

    @Override
    Observed<String> read(OfContainer in) {
        return switch (in.image().scan()) {
            case Observed.Known<ImageScan>(ImageScan scan)
            when scan.operatingSystem().isEmpty() && !scan.isComplete() ->
                Observed.unknown(UnknownReason.UNRESOLVED, scan.incomplete());
            case Observed<ImageScan> scan -> scan.map(ImageScan::operatingSystem);
        };
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + " is based on " + found(in) + ".",
                "operatingSystem",
                found(in),
                in.path("image"));
    }
}
