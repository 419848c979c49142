package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Scans that are too old to rely on. */
final class ScanAge {

    private ScanAge() {}

    static Observed<ImageScan> tooOld(Instant scannedAt, ImagesProperties properties) {
        Duration most = properties.scanMaxAge();
        String age = most.toDays() > 1 ? most.toDays() + " days" : most.toHours() + " hours";
        return Observed.unknown(
                UnknownReason.STALE,
                "The image was last scanned at " + scannedAt.truncatedTo(ChronoUnit.SECONDS) + ", more than " + age
                        + " ago.");
    }
}
