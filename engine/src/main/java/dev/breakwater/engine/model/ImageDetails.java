package dev.breakwater.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is known of an image beyond its name. Each part can be unknown by itself.
 *
 * @param createdAt when it was built
 * @param user the user of its configuration, empty = root
 * @param labels the labels of its configuration
 * @param scan what a scan found in it
 * @param history the instructions that built it, first to last
 * @param verifiedBy what the verifiers of signatures that speak of its name found
 */
public record ImageDetails(
        Observed<Instant> createdAt,
        Observed<String> user,
        Observed<Map<String, String>> labels,
        Observed<ImageScan> scan,
        Observed<List<Instruction>> history,
        Observed<Signatures> verifiedBy) {

    /**
     * One line of the history.
     *
     * @param keyword in upper case: {@code RUN}, {@code COPY} …
     * @param value what follows it
     */
    public record Instruction(String keyword, String value) {

        /** Those that a history can have, in the order of the alphabet; {@code FROM} is in none. */
        public static final List<String> KEYWORDS = List.of(
                "ADD",
                "ARG",
                "CMD",
                "COPY",
                "ENTRYPOINT",
                "ENV",
                "EXPOSE",
                "HEALTHCHECK",
                "LABEL",
                "MAINTAINER",
                "ONBUILD",
                "RUN",
                "SHELL",
                "STOPSIGNAL",
                "USER",
                "VOLUME",
                "WORKDIR");
    }

    private static final Observed<List<Instruction>> NO_HISTORY =
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been looked at.");
    private static final Observed<Signatures> NOT_VERIFIED =
            Observed.unknown(UnknownReason.NOT_COLLECTED, "No signature of the image has been checked.");

    /** One whose history and signatures nobody has looked at. */
    public ImageDetails(
            Observed<Instant> createdAt,
            Observed<String> user,
            Observed<Map<String, String>> labels,
            Observed<ImageScan> scan) {
        this(createdAt, user, labels, scan, NO_HISTORY, NOT_VERIFIED);
    }

    /** The same, built at another time. */
    public ImageDetails builtAt(Observed<Instant> built) {
        return new ImageDetails(built, user, labels, scan, history, verifiedBy);
    }

    /** The same with what was found of its signatures. */
    public ImageDetails verifiedBy(Observed<Signatures> found) {
        return new ImageDetails(createdAt, user, labels, scan, history, found);
    }

    /** The same with another scan. */
    public ImageDetails withScan(Observed<ImageScan> found) {
        return new ImageDetails(createdAt, user, labels, found, history, verifiedBy);
    }

    private static final String NOT_SHOWN = "Manifests show the names of images, not what is in them.";

    /** Whether this detail of a missing fact says that nobody has looked at an image, in whatever respect. */
    public static boolean saysNobodyLooked(String detail) {
        return detail.equals(NOT_SHOWN)
                || Stream.of(
                                NOT_LOOKED_AT.createdAt(),
                                NOT_LOOKED_AT.scan(),
                                NOT_LOOKED_AT.history(),
                                NOT_LOOKED_AT.verifiedBy())
                        .anyMatch(part -> part instanceof Observed.Unknown<?>(UnknownReason reason, String said)
                                && said.equals(detail));
    }

    /** Nobody has looked at the image. */
    public static final ImageDetails NOT_LOOKED_AT = new ImageDetails(
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been looked at."),
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been looked at."),
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been looked at."),
            Observed.unknown(UnknownReason.NOT_COLLECTED, "The image has not been scanned."));

    /** The input cannot show images, as manifests by themselves. */
    public static final ImageDetails OUT_OF_SIGHT = outOfSight(NOT_SHOWN);

    private static ImageDetails outOfSight(String detail) {
        return new ImageDetails(
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, detail),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, detail),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, detail),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, detail),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, detail),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, detail));
    }
}
