package dev.breakwater.engine.assembly;

import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes what policies and risk read of an image from what was found inside it: the same for central, the sensor and the
 * command line.
 *
 * @param hasConfig whether the configuration was seen: a bill of materials of others does not tell it
 */
public record ScannedImage(ImageContents contents, Instant scannedAt, boolean hasConfig) {

    private static final String NO_CONFIG = "What was told of the image does not say its configuration.";

    private static final String NOT_SEARCHED =
            "Nobody has looked into the image: what was told of it does not say which secrets and files it holds.";

    /**
     * The details of the image.
     *
     * @param findings what is wrong with each of the packages, in their order
     * @param goodUntil from when on the scan is too old, {@code null} = never
     * @param signatures who verified it
     */
    public ImageDetails details(
            List<Observed<List<Vulnerability>>> findings,
            @Nullable Instant goodUntil,
            Observed<Signatures> signatures) {
        List<ImageScan.InstalledPackage> packages = new ArrayList<>(findings.size());
        for (int i = 0; i < findings.size(); i++) {
            packages.add(asRead(contents.packages().get(i)).with(findings.get(i)));
        }
        return details(scan(packages, goodUntil, ""), signatures);
    }

    /** The details with a scan that was made by {@link #scan}. */
    public ImageDetails details(ImageScan scan, Observed<Signatures> signatures) {
        ImageConfig config = contents.config();
        return new ImageDetails(
                config.created() == null
                        ? Observed.unknown(UnknownReason.NOT_COLLECTED, "The image does not say when it was built.")
                        : Observed.known(config.created()),
                ofConfig(config.user()),
                ofConfig(config.labels()),
                Observed.known(scan),
                ofConfig(Instructions.of(config)),
                signatures);
    }

    /** The scan with these packages. */
    public ImageScan scan(List<ImageScan.InstalledPackage> packages, @Nullable Instant goodUntil, String fingerprint) {
        return new ImageScan(
                scannedAt,
                Optional.ofNullable(contents.os()).map(OperatingSystem::label).orElse(""),
                packages,
                contents.secrets(),
                contents.files(),
                incomplete(contents.incomplete()),
                hasConfig ? "" : NOT_SEARCHED,
                goodUntil,
                fingerprint);
    }

    /** A package without what is wrong with it. */
    public static ImageScan.InstalledPackage asRead(InstalledPackage installed) {
        return new ImageScan.InstalledPackage(
                installed.name(),
                installed.version(),
                installed.type().name(),
                installed.path(),
                installed.layer(),
                NOT_MATCHED);
    }

    private static final Observed<List<Vulnerability>> NOT_MATCHED =
            Observed.unknown(UnknownReason.NOT_COLLECTED, "No feed of vulnerabilities is loaded.");

    private <T> Observed<T> ofConfig(T value) {
        return hasConfig ? Observed.known(value) : Observed.unknown(UnknownReason.NOT_COLLECTED, NO_CONFIG);
    }

    private static String incomplete(List<Unread> unread) {
        if (unread.isEmpty()) {
            return "";
        }
        Unread first = unread.getFirst();
        String more = unread.size() == 1 ? "" : " (and " + (unread.size() - 1) + " more)";
        return "A part of the image could not be read: " + first.where() + ": " + first.reason() + more;
    }
}
