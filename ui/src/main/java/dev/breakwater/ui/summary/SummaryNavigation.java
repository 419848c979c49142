package dev.breakwater.ui.summary;

/** Where this page is, for the links of others. */
public final class SummaryNavigation {

    public static final String PATH = "summary";

    private SummaryNavigation() {}
}
