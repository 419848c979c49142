package dev.breakwater.central.platform.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every export: those of the list without pages.
 *
 * @param format {@code ndjson} or {@code csv}
 */
public record ExportParameters(
        @Parameter(
                description = "Form of the answer",
                schema =
                        @Schema(
                                allowableValues = {"ndjson", "csv"},
                                defaultValue = "ndjson"))
        @Nullable
        String format,

        @Parameter(description = "Filter, the same as the list's", example = "severity:critical namespace:pay*")
        @Nullable
        String q,

        @Parameter(description = "Comma-separated fields, - before one for descending") @Nullable
        String sort,

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
}
