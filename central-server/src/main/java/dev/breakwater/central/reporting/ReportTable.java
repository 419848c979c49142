package dev.breakwater.central.reporting;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report. Its rows are read anew each time, all from the same snapshot, and are never all in memory.
 *
 * @param empty what is said if it has no rows
 * @param rows hands on each row: one value for each column ({@code String}, number, {@code Instant}, enum or {@code null})
 */
public record ReportTable(String title, String empty, List<ReportColumn> columns, Rows rows) {

    /** Reads rows. */
    @FunctionalInterface
    public interface Rows {
        void each(Consumer<List<@Nullable Object>> row);
    }

    public ReportTable {
        columns = List.copyOf(columns);
    }

    /** A short one, whose rows are there. */
    public static ReportTable of(
            String title, String empty, List<ReportColumn> columns, List<List<@Nullable Object>> rows) {
        return new ReportTable(title, empty, columns, rows::forEach);
    }
}
