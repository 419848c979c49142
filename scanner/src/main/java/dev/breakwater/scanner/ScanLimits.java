package dev.breakwater.scanner;

import java.time.Duration;

/**
 * What is read at most.
 *
 * @param layers of one image
 * @param layerBytes of one layer, unpacked
 * @param imageBytes of all layers that are read, unpacked
 * @param entries of one layer
 * @param depth of a path, in parts
 * @param expansion unpacked bytes for each packed one, judged from 64 MiB on
 * @param entryBytes of one file that a reader may read or spool
 * @param time of one image
 */
public record ScanLimits(
        int layers,
        long layerBytes,
        long imageBytes,
        int entries,
        int depth,
        int expansion,
        long entryBytes,
        Duration time) {

    private static final long GIB = 1L << 30;

    /** Enough for what is built in practice, not for what is built to harm. */
    public static final ScanLimits DEFAULT =
            new ScanLimits(512, 32 * GIB, 64 * GIB, 2_000_000, 64, 300, GIB, Duration.ofMinutes(30));
}
