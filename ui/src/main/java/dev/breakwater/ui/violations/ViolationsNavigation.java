package dev.breakwater.ui.violations;

/** Where this page is, for the links of others. */
public final class ViolationsNavigation {

    public static final String PATH = "violations";

    private ViolationsNavigation() {}

    /** The list with a filter, in the grammar of the lists. */
    public static String filtered(String q) {
        return PATH + "?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8);
    }
}
