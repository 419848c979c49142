package dev.breakwater.central.platform.web;

import dev.breakwater.central.platform.ListRequest;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every list.
 *
 * @param q filter
 * @param cluster short form of {@code q=cluster:…}, name or id; empty = all
 * @param namespace short form of {@code q=namespace:…}, name or id; empty = all
 */
public record ListParameters(
        @Parameter(
                description = "Filter; the fields of each list are in its reference",
                example = "severity:critical namespace:pay* !policy:\"Latest tag\"")
        @Nullable
        String q,

        @Parameter(description = "Comma-separated fields, - before one for descending", example = "-severity,name")
        @Nullable
        String sort,

        @Parameter(
                description = "How many items",
                schema = @Schema(minimum = "1", maximum = "500", defaultValue = "50"))
        @Nullable
        Integer pageSize,

        @Parameter(description = "nextPageToken of the page before, with the same q and sort") @Nullable
        String pageToken,

        @Parameter(description = "Name or id of a cluster") @Nullable
        String cluster,

        @Parameter(description = "Name or id of a namespace") @Nullable
        String namespace) {

    /** The filter with the short forms joined in. */
    public String filter() {
        return Filters.joined(q, cluster, namespace);
    }

    /** The order, empty = the list's own. */
    public String order() {
        return sort == null ? "" : sort;
    }

    /** What is asked of the list. */
    public ListRequest request() {
        return new ListRequest(
                filter(), order(), pageSize == null ? ListRequest.DEFAULT_PAGE_SIZE : pageSize, pageToken);
    }
}
