package dev.breakwater.engine.model;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of an image beyond its name. Each part can be unknown by itself.
 *
 * @param createdAt when it was built
 * @param user the user of its configuration, empty = root
 * @param labels the labels of its configuration
 * @param scan what a scan found in it
 */
public record ImageDetails(
        Observed<Instant> createdAt,
        Observed<String> user,
        Observed<Map<String, String>> labels,
        Observed<ImageScan> scan) {

    /** Nobody has looked at the image. */
    public static final ImageDetails NOT_LOOKED_AT = new ImageDetails(
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been looked at."),
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been looked at."),
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been looked at."),
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been scanned."));
}
