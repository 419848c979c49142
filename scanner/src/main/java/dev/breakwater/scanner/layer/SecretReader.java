package dev.breakwater.scanner.layer;

import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.scanner.read.EntryFacts;
import java.util.List;

/** Finds what looks like a secret in a small file. */
public interface SecretReader {

    /** Whether a file is worth a look. */
    boolean wants(EntryFacts facts);

    /**
     * What looks like a secret, redacted, without a layer.
     *
     * @param bytes holds the content up to {@code length}; belongs to the caller
     */
    List<FoundSecret> find(EntryFacts facts, byte[] bytes, int length);
}
