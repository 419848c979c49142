package dev.breakwater.central.images.internal.contents;

import dev.breakwater.engine.assembly.ScannedImage;
import dev.breakwater.engine.model.ImageScan;
import java.time.Instant;
import java.util.List;

/**
 * A content in memory, of which one serves all workloads that run it.
 *
 * @param image without its packages
 * @param packages in the order of their ids, what is wrong with them left open
 * @param packageIds the rows of {@code packages}
 * @param fingerprint of all that is in it
 */
record KeptContent(
        int id,
        ScannedImage image,
        Instant firstScannedAt,
        List<ImageScan.InstalledPackage> packages,
        List<Integer> packageIds,
        String fingerprint) {

    /** How much of the memory it takes, in packages. */
    int weight() {
        return 10
                + packages.size()
                + image.contents().secrets().size()
                + image.contents().files().size()
                + image.contents().layers().size();
    }
}
