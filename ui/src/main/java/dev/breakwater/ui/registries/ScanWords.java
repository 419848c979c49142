package dev.breakwater.ui.registries;

import dev.breakwater.central.images.Scan;
import dev.breakwater.central.operations.Sizes;
import dev.breakwater.ui.part.TimeWords;

/** What is said of a job that looks inside an image. */
public final class ScanWords {

    private ScanWords() {}

    /** How far it is, in a few words. */
    public static String state(Scan scan, TimeWords times) {
        return switch (scan.state()) {
            case QUEUED ->
                scan.attempts() == 0 || scan.nextAt() == null ? "waits" : "again " + at(scan.nextAt(), times);
            case RUNNING -> scan.layers() == 0 ? "begins" : "layer " + scan.layersDone() + " of " + scan.layers();
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static String at(java.time.Instant then, TimeWords times) {
        return then.isBefore(times.clock().instant()) ? "now" : "at " + times.timeOfDay(then);
    }

    /** What was read so far. */
    static String read(Scan scan) {
        return scan.bytes() == 0 ? "" : Sizes.shown(scan.bytes());
    }

    /** Who looks. */
    static String via(Scan scan) {
        return scan.via() == Scan.Via.CENTRAL ? "central" : "sensor of " + scan.cluster();
    }
}
