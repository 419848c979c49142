package dev.breakwater.ui.policies;

/** Where this page is, for the links of others. */
public final class PoliciesNavigation {

    public static final String PATH = "policies";

    private PoliciesNavigation() {}

    /** The list with one policy open. */
    public static String of(java.util.UUID policy) {
        return PATH + "?sel=" + policy;
    }
}
