package dev.breakwater.ui.inventory;

/** Where this page is, for the links of others. */
public final class InventoryNavigation {

    public static final String PATH = "inventory";

    private InventoryNavigation() {}

    /** The list with a filter, in the grammar of the lists. */
    public static String filtered(String q) {
        return PATH + "?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** As {@link #filtered}, over user and platform workloads of all clusters: what numbers of the whole fleet count. */
    public static String filteredEverywhere(String q) {
        return filtered(q) + "&scope=workloads:all";
    }

    /** As {@link #filtered}, within a scope. */
    public static String filtered(String q, dev.breakwater.ui.part.Scope scope) {
        String scoped = scope.toQuery().getQueryString();
        return filtered(q) + (scoped.isEmpty() ? "" : "&" + scoped);
    }
}
