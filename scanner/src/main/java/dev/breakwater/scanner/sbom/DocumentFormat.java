package dev.breakwater.scanner.sbom;

/** What can be read about an image that others looked into. */
public enum DocumentFormat {
    CYCLONEDX("CycloneDX"),
    SPDX("SPDX"),
    TRIVY("Trivy report"),
    GRYPE("Grype report"),
    CLAIR("Clair report");

    private final String title;

    DocumentFormat(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Whether it lists all that is inside; a report of findings alone does not. */
    public boolean isBillOfMaterials() {
        return this == CYCLONEDX || this == SPDX;
    }
}
