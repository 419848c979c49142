package dev.breakwater.seal;

import dev.breakwater.seal.SealRefused.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a report is made of; this is what is signed.
 *
 * @param format {@link #FORMAT}
 * @param report which it is
 * @param createdAt when it was sealed
 * @param dataAsOf the state of the fleet that it tells of
 * @param versions of the product, the standards and the feeds that it stands on, by name
 * @param evidence digests of what it stands on, beside its own files
 * @param chain head of the chain of days when it was sealed
 * @param files every file, in the order in which they stand in a bundle
 */
public record Manifest(
        String format,
        Report report,
        Instant createdAt,
        Instant dataAsOf,
        SortedMap<String, String> versions,
        List<Evidence> evidence,
        Head chain,
        List<Part> files) {

    /** The present format. */
    public static final String FORMAT = "breakwater-report/1";

    /** Media type of its JSON, which is signed with it. */
    public static final String TYPE = "application/vnd.breakwater.report-manifest+json";

    /** Its name beside the files of a report. */
    public static final String NAME = "manifest.json";

    /** The name of its signature. */
    public static final String SIGNATURE = "manifest.sig";

    /** The most files of a report. */
    public static final int MOST_FILES = 1_000;

    public Manifest {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(dataAsOf, "dataAsOf");
        Objects.requireNonNull(chain, "chain");
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        evidence = List.copyOf(evidence);
        files = List.copyOf(files);
    }

    /**
     * Which report.
     *
     * @param job its run
     * @param definition what was run, {@code null} = a run without one
     * @param name of the definition, as people read it
     * @param kind such as {@code COMPLIANCE}
     * @param scope what of the fleet it covers, in words
     */
    public record Report(String job, @Nullable String definition, String name, String kind, String scope) {}

    /**
     * Something that the report stands on.
     *
     * @param name such as the id of a control and its cluster
     * @param sha256 hexadecimal
     */
    public record Evidence(String name, String sha256) {}

    /**
     * The last day of the chain.
     *
     * @param day in UTC, {@code YYYY-MM-DD}
     * @param hash hexadecimal
     */
    public record Head(String day, String hash) {}

    /**
     * A file.
     *
     * @param name without folders
     * @param size bytes
     * @param sha256 hexadecimal
     */
    public record Part(String name, long size, String sha256) {

        /** Tells a file as it is. */
        public static Part of(String name, byte[] content) {
            return new Part(name, content.length, Digests.sha256(content));
        }

        /** A name that means one file everywhere, none outside of the folder, and none of the seal's own. */
        boolean isSound() {
            return name.length() <= 200
                    && name.matches("[A-Za-z0-9_][A-Za-z0-9._@+=,~-]*")
                    && !name.equals(NAME)
                    && !name.equals(SIGNATURE)
                    && size >= 0
                    && Digests.isDigest(sha256);
        }
    }

    /** As it is signed, in JSON. */
    public byte[] bytes() {
        return Seal.JSON.writeValueAsBytes(this);
    }

    /**
     * Reads a manifest whose signature was found to hold.
     *
     * @throws SealRefused if it is of another format
     */
    public static Manifest read(byte[] json) throws SealRefused {
        Manifest manifest;
        try {
            manifest = Seal.JSON.readValue(json, Manifest.class);
        } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
            throw new SealRefused(Reason.MALFORMED, "the manifest is none that this release reads");
        }
        Set<String> names = manifest.files().stream().map(Part::name).collect(Collectors.toSet());
        if (!FORMAT.equals(manifest.format())
                || manifest.files().size() > MOST_FILES
                || names.size() != manifest.files().size()
                || !manifest.files().stream().allMatch(Part::isSound)) {
            throw new SealRefused(
                    Reason.MALFORMED, "the manifest is none of the format " + FORMAT + " that this release reads");
        }
        return manifest;
    }
}
