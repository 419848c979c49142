package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.FilterExpression;
import org.jspecify.annotations.Nullable;

/** Joins the short forms of a filter into it. */
final class Filters {

    private Filters() {}

    static String joined(@Nullable String q, @Nullable String cluster, @Nullable String namespace) {
        FilterExpression filter = FilterExpression.parse(q == null ? "" : q);
        if (cluster != null && !cluster.isEmpty()) {
            filter = filter.and("cluster", cluster);
        }
        if (namespace != null && !namespace.isEmpty()) {
            filter = filter.and("namespace", namespace);
        }
        return filter.toString();
    }
}
