package dev.breakwater.ui.clusters;

/** Where this page is, for the links of others. */
public final class ClustersNavigation {

    public static final String PATH = "clusters";

    private ClustersNavigation() {}

    /** The page that adds a cluster. */
    public static final String ADD = PATH + "/add";
}
