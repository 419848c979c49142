package dev.breakwater.central.overview.internal;

import dev.breakwater.central.policy.ExclusionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exclusion as a line of CSV: its fields, then the parts of its scope. */
final class ExclusionColumns {

    private ExclusionColumns() {}

    static List<String> names(RecordColumns fields) {
        return Stream.concat(
                        fields.names().stream(),
                        Stream.of("cluster", "namespace", "workload", "labels", "namespaceLabels"))
                .toList();
    }

    static List<@Nullable Object> of(RecordColumns fields, ExclusionRow row) {
        List<@Nullable Object> cells = new ArrayList<>(fields.of(row));
        cells.add(row.scope().cluster());
        cells.add(row.scope().namespace());
        cells.add(row.scope().workload());
        cells.add(String.join("; ", row.scope().labels()));
        cells.add(String.join("; ", row.scope().namespaceLabels()));
        return cells;
    }
}
