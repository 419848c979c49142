package dev.breakwater.central.images;

/** Keeps what was found inside images. */
public interface ScannedImages {

    /** A bill of materials of that many packages is no image. */
    int MOST_PACKAGES = 100_000;

    /**
     * Stores a content in place of what was known of its digest; a package that is known already is not written again. The
     * workloads that run it become due. To be called in the caller's transaction or none.
     *
     * @return the content's id, the same for the same digest as long as it is kept
     * @throws dev.breakwater.central.platform.InvalidRequest if it is larger than what is kept
     */
    int store(ScannedContent found);
}
