package dev.breakwater.scanner.layer;

import java.io.IOException;
import java.io.InputStream;

/**
 * A layer as its source has it.
 *
 * @param diffId the digest of its uncompressed tar, as the configuration of the image says
 * @param digest the digest of the blob, empty = not told
 * @param size bytes of the blob, -1 = not told
 * @param opener opens the blob; may be called again
 */
public record LayerBlob(String diffId, String digest, long size, Opener opener) {

    /** Opens a blob. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
