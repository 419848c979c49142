package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.Locale;

/**
 * Whether there is no result of a scan to rely on. The one criterion for which missing knowledge is the fact itself: it is
 * unknown only where scans are out of sight altogether, as in a folder of manifests.
 */
final class UnscannedImage extends FlagCriterion<OfContainer> {

    UnscannedImage() {
        super(
                "Unscanned Image",
                Level.IMAGE,
                "Whether there is no scan result of the image: never scanned, failed, too old to rely on, or only"
                        + " told by a document that does not tell all.");
    }

    @Override
    Observed<Boolean> read(OfContainer in) {
        return switch (in.image().scan()) {
            case Observed.Known<ImageScan>(ImageScan scan) -> Observed.known(isToldInPart(scan));
            case Observed.Unknown<ImageScan>(UnknownReason reason, String detail) ->
                reason == UnknownReason.OUT_OF_SIGHT ? Observed.unknown(reason, detail) : Observed.known(true);
        };
    }

    /** What a document tells is no scan; one that tells all packages can be relied on as far as it goes. */
    private static boolean isToldInPart(ImageScan scan) {
        return !scan.unsearched().isEmpty() && !scan.isComplete();
    }

    @Override
    public Sighting see(OfContainer in, Policy.Group group) {
        String why = switch (in.image().scan()) {
            case Observed.Known<ImageScan>(ImageScan scan) -> isToldInPart(scan) ? scan.incomplete() : "";
            case Observed.Unknown<ImageScan>(UnknownReason reason, String detail) ->
                detail.isBlank() ? reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') : detail;
        };
        return new Sighting(
                "The image " + in.container().image().original() + " of container " + in.containerName()
                        + (holds(in) ? " has no scan result." : " has been scanned."),
                "scan",
                why.strip(),
                in.path("image"));
    }
}
