package dev.breakwater.central.overview.internal;

import dev.breakwater.central.platform.AccessScope;
import java.util.List;

/**
 * A list as it is exported.
 *
 * @param columns of its CSV
 */
record Exported(List<String> columns, Rows rows) {

    /** Streams what matches into a writer. */
    @FunctionalInterface
    interface Rows {
        void stream(String q, String sort, AccessScope scope, ExportWriter out);
    }
}
