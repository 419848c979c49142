package dev.breakwater.ui.policies;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where these pages are, for the links of others. */
public final class PoliciesNavigation {

    public static final String PATH = "policies";

    /** Where a policy is written that is not there yet. */
    public static final String NEW = PATH + "/new";

    /** Where policies are taken in from a file. */
    public static final String IMPORT = PATH + "/import";

    private PoliciesNavigation() {}

    /** The list with one policy open. */
    public static String of(UUID policy) {
        return PATH + "?sel=" + policy;
    }

    /** Where a policy is changed. */
    public static String edit(UUID policy) {
        return PATH + "/" + policy + "/edit";
    }

    /** A new policy like another. */
    public static String clone(UUID policy) {
        return NEW + "?from=" + policy;
    }

    /** A new policy that begins with what a filter over workloads says. */
    public static String fromFilter(String filter) {
        return NEW + "?q=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
