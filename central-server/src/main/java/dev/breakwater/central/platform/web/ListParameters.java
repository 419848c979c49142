package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.ListRequest;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every list.
 *
 * @param q filter
 * @param cluster short form of {@code q=cluster:…}, name or id
 * @param namespace short form of {@code q=namespace:…}
 */
public record ListParameters(
        @Parameter(description = "Filter, such as severity:critical namespace:pay* !policy:\"Latest tag\"") @Nullable
        String q,

        @Parameter(description = "Comma-separated fields, - before one for descending") @Nullable
        String sort,

        @Parameter(description = "1 to 500, default 50") @Nullable
        Integer pageSize,

        @Parameter(description = "nextPageToken of the page before") @Nullable
        String pageToken,

        @Parameter(description = "Name or id of a cluster") @Nullable
        String cluster,

        @Parameter(description = "Name of a namespace") @Nullable
        String namespace) {

    /** The filter with the short forms joined in. */
    public String filter() {
        String filter = q == null ? "" : q;
        if (cluster == null && namespace == null) {
            return filter;
        }
        FilterExpression expression = FilterExpression.parse(filter);
        if (cluster != null) {
            expression = expression.and("cluster", cluster);
        }
        if (namespace != null) {
            expression = expression.and("namespace", namespace);
        }
        return expression.toString();
    }

    public String order() {
        return sort == null ? "" : sort;
    }

    public ListRequest request() {
        return new ListRequest(
                filter(), order(), pageSize == null ? ListRequest.DEFAULT_PAGE_SIZE : pageSize, pageToken);
    }
}
