package dev.breakwater.scanner.vex;

/** The formats of VEX documents. */
public enum VexFormat {
    /** OpenVEX 0.2.0 (github.com/openvex/spec). */
    OPENVEX("application/json", ".openvex.json"),
    /** CycloneDX 1.6 with analyses of vulnerabilities. */
    CYCLONEDX("application/vnd.cyclonedx+json; version=1.6", ".vex.cdx.json"),
    /** CSAF 2.0, the profile VEX. */
    CSAF("application/json", ".csaf.json");

    private final String mediaType;
    private final String ending;

    VexFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What such a file's name ends with. */
    public String ending() {
        return ending;
    }
}
