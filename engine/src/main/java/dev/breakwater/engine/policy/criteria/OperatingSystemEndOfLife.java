package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.image.EndOfLife;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.time.Instant;

/** How long the distribution in an image has had no more security fixes. */
final class OperatingSystemEndOfLife extends DaysCriterion<OfContainer> {

    OperatingSystemEndOfLife() {
        super(
                "Operating System End Of Life",
                Level.IMAGE,
                "Days since the distribution in the image stopped getting security fixes; 0 fires as soon as it does.",
                "0");
    }

    /** An image without a distribution has none that could end. */
    @Override
    public boolean appliesTo(OfContainer in) {
        return in.image()
                .scan()
                .toOptional()
                .map(scan -> !scan.operatingSystem().isEmpty() || !scan.isComplete())
                .orElse(true);
    }

    @Override
    Observed<Instant> read(OfContainer in) {
        return switch (in.image().scan()) {
            case Observed.Unknown<ImageScan>(UnknownReason reason, String detail) -> Observed.unknown(reason, detail);
            case Observed.Known<ImageScan>(ImageScan scan) ->
                EndOfLife.of(scan.operatingSystem())
                        .map(Observed::known)
                        .orElseGet(() -> Observed.unknown(
                                UnknownReason.UNRESOLVED,
                                scan.operatingSystem().isEmpty()
                                        ? scan.incomplete()
                                        : "No end of life of " + scan.operatingSystem() + " is known."));
        };
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        String system =
                in.image().scan().map(ImageScan::operatingSystem).toOptional().orElse("");
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + " is based on " + system + ", which has had no security fixes since " + found(in) + ".",
                "operatingSystem",
                system,
                in.path("image"));
    }
}
