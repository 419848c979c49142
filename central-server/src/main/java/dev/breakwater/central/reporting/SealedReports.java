package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.seal.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
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

    /**
     * What proves a report.
     *
     * @param manifest what was signed
     * @param sha256 of its bytes; the chain of days holds this
     * @param signer fingerprint of the key that signed it
     */
    record Proof(Manifest manifest, String sha256, String signer) {}

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

    /**
     * What is signed of a job, as it is kept; empty if it has no signed files (any more).
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such job
     */
    Optional<Proof> proof(UUID job, AccessScope scope);
}
