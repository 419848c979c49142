package dev.breakwater.scanner.sbom;

/** The forms in which a bill of materials is written. */
public enum BillFormat {
    /** CycloneDX 1.6, JSON. */
    CYCLONEDX("application/vnd.cyclonedx+json; version=1.6", ".cdx.json"),
    /** SPDX 2.3, JSON. */
    SPDX("application/spdx+json", ".spdx.json");

    private final String mediaType;
    private final String ending;

    BillFormat(String mediaType, String ending) {
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
