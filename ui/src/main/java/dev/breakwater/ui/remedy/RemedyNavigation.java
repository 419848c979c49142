package dev.breakwater.ui.remedy;

import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;

/** Where the plan is, for the links of others. */
public final class RemedyNavigation {

    public static final String PATH = VulnerabilitiesNavigation.PATH + "/fix-plan";

    private RemedyNavigation() {}
}
