package dev.breakwater.ui.compliance;

/** Where this page is, for the links of others. */
public final class ComplianceNavigation {

    public static final String PATH = "compliance";

    private ComplianceNavigation() {}
}
