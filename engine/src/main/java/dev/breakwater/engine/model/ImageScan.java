package dev.breakwater.engine.model;

import java.time.Instant;
import java.util.List;

/**
 * The result of looking inside an image.
 *
 * @param operatingSystem such as {@code debian:12}
 * @param packages what is installed
 */
public record ImageScan(Instant scannedAt, String operatingSystem, List<InstalledPackage> packages) {

    /** One installed package with what is known to be wrong with it. */
    public record InstalledPackage(String name, String version, List<Vulnerability> vulnerabilities) {

        public InstalledPackage {
            vulnerabilities = List.copyOf(vulnerabilities);
        }
    }

    public ImageScan {
        packages = List.copyOf(packages);
    }
}
