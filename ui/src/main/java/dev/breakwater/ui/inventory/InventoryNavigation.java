package dev.breakwater.ui.inventory;

import java.util.UUID;

/** Where these pages are, for the links of others. */
public final class InventoryNavigation {

    public static final String PATH = "inventory";
    public static final String WORKLOADS = PATH + "/workloads";
    public static final String IMAGES = PATH + "/images";
    public static final String NODES = PATH + "/nodes";
    public static final String NAMESPACES = PATH + "/namespaces";
    public static final String SECRETS = PATH + "/secrets";
    public static final String IDENTITIES = PATH + "/identities";

    private InventoryNavigation() {}

    /** The page of a node. */
    public static String node(UUID id) {
        return NODES + "/" + id;
    }

    /** The workloads with a filter, in the grammar of the lists. */
    public static String filtered(String q) {
        return filtered(WORKLOADS, q);
    }

    /** One of these lists with a filter. */
    public static String filtered(String path, String q) {
        return path + "?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8);
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
