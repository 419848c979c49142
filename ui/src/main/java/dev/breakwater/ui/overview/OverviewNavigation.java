package dev.breakwater.ui.overview;

/** Where this page is, for the links of others. */
public final class OverviewNavigation {

    public static final String PATH = "";

    private OverviewNavigation() {}
}
