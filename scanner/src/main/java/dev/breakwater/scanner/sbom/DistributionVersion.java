package dev.breakwater.scanner.sbom;

/** A version that a report tells in parts. */
final class DistributionVersion {

    private DistributionVersion() {}

    /** {@code [epoch:]version[-release]}, without an epoch of 0. */
    static String of(String epoch, String version, String release) {
        String head = epoch.isEmpty() || epoch.equals("0") ? "" : epoch + ":";
        return head + version + (release.isEmpty() ? "" : "-" + release);
    }
}
