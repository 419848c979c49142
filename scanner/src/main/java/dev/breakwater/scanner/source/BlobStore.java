package dev.breakwater.scanner.source;

import java.io.IOException;
import java.io.InputStream;

/** Keeps manifests and blobs by digest, and knows some by name. */
public interface BlobStore extends AutoCloseable {

    /** Bytes of the longest manifest that is read (as registries bound them). */
    int MOST_MANIFEST = 4 << 20;

    /** Bytes of the longest configuration that is read. */
    int MOST_CONFIG = 8 << 20;

    /**
     * A manifest or an index.
     *
     * @param mediaType as the store says, empty = not told
     */
    record Document(byte[] bytes, String mediaType, String digest) {}

    /**
     * A manifest or an index by its tag or digest; one asked for by digest has it.
     *
     * @param reference empty = the only one
     */
    Document manifest(String reference) throws IOException;

    /** Opens a blob; who reads it verifies it. */
    InputStream blob(String digest) throws IOException;

    /** What people call an image in it, for the report. */
    String nameOf(String reference);

    @Override
    default void close() {}
}
