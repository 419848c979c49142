package dev.breakwater.ui.risk;

/** Where this page is, for the links of others. */
public final class RiskNavigation {

    public static final String PATH = "risk";

    private RiskNavigation() {}

    /** The explanation of one workload's score. */
    public static String of(java.util.UUID workload) {
        return PATH + "/" + workload;
    }
}
