package dev.breakwater.central.sealing;

import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Signs what reports are made of. */
public interface Sealing {

    /**
     * What is to be sealed.
     *
     * @param report which it is
     * @param dataAsOf the state of the fleet that it tells of
     * @param versions of what it stands on
     * @param evidence digests of what it stands on
     * @param files of it
     */
    record Wanted(
            Manifest.Report report,
            Instant dataAsOf,
            SortedMap<String, String> versions,
            List<Manifest.Evidence> evidence,
            List<Manifest.Part> files) {}

    /**
     * What was sealed.
     *
     * @param manifest the exact bytes that were signed
     */
    record Sealed(byte[] manifest, Seal seal) {}

    /**
     * Signs, and notes it for the chain of days, in a transaction of its own: whatever is signed is in the chain, even if who asked
     * fails afterwards.
     */
    Sealed seal(Wanted wanted);
}
