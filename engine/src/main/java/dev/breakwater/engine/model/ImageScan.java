package dev.breakwater.engine.model;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of looking inside an image.
 *
 * @param operatingSystem such as {@code debian:12}, empty = none is recognised
 * @param packages what is installed
 * @param secrets what looks like a secret in it
 * @param files files that deserve a look: setuid, world-writable, tools
 * @param incomplete why a part could not be read, so that nothing found means nothing known; empty = all was read
 * @param unsearched why nobody looked for secrets and files, so that none found means none known; empty = they were looked for
 * @param goodUntil from when on it is too old to rely on, {@code null} = never
 * @param fingerprint stands for all of the above where it is not empty: equal ones mean equal scans, however long they are
 */
public record ImageScan(
        Instant scannedAt,
        String operatingSystem,
        List<InstalledPackage> packages,
        List<FoundSecret> secrets,
        List<FoundFile> files,
        String incomplete,
        String unsearched,
        @Nullable Instant goodUntil,
        String fingerprint) {

    /**
     * One installed package with what is known to be wrong with it.
     *
     * @param type who installs it, a word of {@link dev.breakwater.engine.image.PackageType}, empty = not told
     * @param path the file that told of it, empty = not told
     * @param layer the diff id of the layer that brought it, empty = not told
     * @param vulnerabilities unknown where nobody speaks for such packages
     */
    public record InstalledPackage(
            String name,
            String version,
            String type,
            String path,
            String layer,
            Observed<List<Vulnerability>> vulnerabilities) {

        /** One of which only the name is known, and what is wrong with it. */
        public InstalledPackage(String name, String version, List<Vulnerability> vulnerabilities) {
            this(name, version, "", "", "", Observed.known(List.copyOf(vulnerabilities)));
        }

        /** The same with other vulnerabilities. */
        public InstalledPackage with(Observed<List<Vulnerability>> others) {
            return new InstalledPackage(name, version, type, path, layer, others);
        }

        /** Those that are known. */
        public List<Vulnerability> knownVulnerabilities() {
            return vulnerabilities.toOptional().orElse(List.of());
        }
    }

    public ImageScan {
        packages = List.copyOf(packages);
        secrets = List.copyOf(secrets);
        files = List.copyOf(files);
    }

    /** One that looked for secrets and files. */
    public ImageScan(
            Instant scannedAt,
            String operatingSystem,
            List<InstalledPackage> packages,
            List<FoundSecret> secrets,
            List<FoundFile> files,
            String incomplete,
            @Nullable Instant goodUntil,
            String fingerprint) {
        this(scannedAt, operatingSystem, packages, secrets, files, incomplete, "", goodUntil, fingerprint);
    }

    /** A complete one that saw neither secrets nor files worth a look. */
    public ImageScan(Instant scannedAt, String operatingSystem, List<InstalledPackage> packages) {
        this(scannedAt, operatingSystem, packages, List.of(), List.of(), "", null, "");
    }

    /** The same with other packages, for which no fingerprint stands. */
    public ImageScan withPackages(List<InstalledPackage> others) {
        return new ImageScan(scannedAt, operatingSystem, others, secrets, files, incomplete, unsearched, goodUntil, "");
    }

    /** Whether everything that was to be read was read. */
    public boolean isComplete() {
        return incomplete.isEmpty();
    }

    /** Why there may be secrets and files beside those that were found, empty = all are known. */
    public String secretsAndFilesUnknown() {
        return unsearched.isEmpty() ? incomplete : unsearched;
    }
}
