package dev.breakwater.central.images;

import dev.breakwater.central.images.ImageReport.Installed;
import dev.breakwater.central.images.ImageReport.Layer;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageContents;
import java.util.List;

/**
 * Tells what is inside images. An image is named by a digest that it is known by, or by its id in the list of images; it is
 * seen by who sees a workload that runs it, and one that nobody runs by who sees everything. Each method throws
 * {@link dev.breakwater.central.platform.NotFound} for others.
 */
public interface ImageReports {

    ImageReport get(String image, AccessScope scope);

    /** Its packages, as they were found; empty if nobody has looked. */
    List<Installed> packages(String image, AccessScope scope);

    /** Its layers, bottom first. */
    List<Layer> layers(String image, AccessScope scope);

    /** What looks like a secret in it; the secrets themselves are never kept. */
    List<FoundSecret> secrets(String image, AccessScope scope);

    /** Everything that was found, for a bill of materials. */
    ImageContents contents(String image, AccessScope scope);
}
