package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.AccessScope;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** Hands reports out as one signed file, which {@code bwctl report verify} takes. */
public interface SealedReports {

    /**
     * A report as one file.
     *
     * @param name of the file
     * @param signer fingerprint of the key that signed it
     */
    record Bundle(String name, String signer, Written content) {}

    /** Writes a file. */
    @FunctionalInterface
    interface Written {
        void to(OutputStream out) throws IOException;
    }

    /**
     * All files of a job with its manifest and signature.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such job, or it has no signed files (any more)
     */
    Bundle bundle(UUID job, AccessScope scope);
}
