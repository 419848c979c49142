package dev.breakwater.ui.compliance;

/** Where this page is, for the links of others. */
public final class ComplianceNavigation {

    public static final String PATH = "compliance";

    /** Standards and profiles that people write. */
    public static final String STANDARDS = "compliance/standards";

    private ComplianceNavigation() {}

    /** A control of a standard, in the cluster that is shown first. */
    public static String control(String standard, String control) {
        return new Chosen(standard, null, control, false, "").href();
    }
}
