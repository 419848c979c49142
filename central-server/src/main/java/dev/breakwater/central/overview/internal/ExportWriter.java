package dev.breakwater.central.overview.internal;

import dev.breakwater.central.overview.ExportFormat;
import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.platform.SpreadsheetCells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes an export as it comes. The target is not opened before the first item is there. */
final class ExportWriter {

    private final Exports.Target target;
    private final ExportFormat format;
    private final String name;
    private final List<String> columns;
    private final JsonMapper json;
    private @Nullable Writer out;
    private @Nullable CSVPrinter csv;

    ExportWriter(Exports.Target target, ExportFormat format, String name, List<String> columns, JsonMapper json) {
        this.target = target;
        this.format = format;
        this.name = name;
        this.columns = columns;
        this.json = json;
    }

    /**
     * Writes one item.
     *
     * @param whole what stands on its line of NDJSON
     * @param cells what stands in its line of CSV
     */
    void write(Object whole, List<? extends @Nullable Object> cells) {
        try {
            Writer to = opened();
            if (csv != null) {
                csv.printRecord(SpreadsheetCells.of(cells));
            } else {
                to.write(json.writeValueAsString(whole));
                to.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of an export went away", e);
        }
    }

    /** Ends the export; also one of nothing has its header. */
    void close() {
        try {
            opened().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of an export went away", e);
        }
    }

    private Writer opened() throws IOException {
        if (out == null) {
            out = target.open(format.mediaType(), name.replace('/', '-') + format.extension());
            if (format == ExportFormat.CSV) {
                csv = new CSVPrinter(out, CSVFormat.RFC4180);
                csv.printRecord(columns);
            }
        }
        return out;
    }
}
