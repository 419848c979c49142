package dev.breakwater.ui.clusters;

/** Where these pages are, for the links of others. */
public final class ClustersNavigation {

    public static final String PATH = "clusters";

    /** The page that adds a cluster. */
    public static final String ADD = PATH + "/add";

    private ClustersNavigation() {}

    /** The page of one cluster. */
    public static String of(String name) {
        return PATH + "/of/" + name;
    }
}
