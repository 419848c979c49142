package dev.breakwater.scanner;

import java.util.Optional;

/**
 * Keeps what was found in layers, so that each layer is read once, whatever image it is in. Safe for use by several threads. What
 * cannot be had is simply not there: a cache never fails a scan.
 */
public interface LayerCache {

    /** Remembers nothing. */
    LayerCache NONE = new LayerCache() {
        @Override
        public Optional<LayerContents> get(String diffId, String revision) {
            return Optional.empty();
        }

        @Override
        public void put(LayerContents contents, String revision) {
            // Nothing to keep.
        }
    };

    /**
     * What was found in a layer.
     *
     * @param diffId the digest of its uncompressed tar
     * @param revision what the scanner can read ({@link ImageScanner#revision()}): a scanner that can read more reads again
     */
    Optional<LayerContents> get(String diffId, String revision);

    /** Keeps what was found in a layer; only called with contents whose digest was verified. */
    void put(LayerContents contents, String revision);
}
