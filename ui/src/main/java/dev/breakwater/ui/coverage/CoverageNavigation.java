package dev.breakwater.ui.coverage;

/** Where this page is, for the links of others. */
public final class CoverageNavigation {

    public static final String PATH = "coverage";

    private CoverageNavigation() {}
}
