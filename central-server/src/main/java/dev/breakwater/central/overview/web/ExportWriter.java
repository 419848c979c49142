package dev.breakwater.central.overview.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an export to the response as it comes. Nothing is set on the response before the first item is there, so that a
 * filter which cannot be used is still answered with a problem.
 */
final class ExportWriter {

    private final HttpServletResponse response;
    private final ExportFormat format;
    private final String name;
    private final List<String> columns;
    private final JsonMapper json;
    private @Nullable Writer out;
    private @Nullable CSVPrinter csv;

    ExportWriter(
            HttpServletResponse response, ExportFormat format, String name, List<String> columns, JsonMapper json) {
        this.response = response;
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
                csv.printRecord(Cells.of(cells));
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
            response.setContentType(format.mediaType());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + format.extension())
                            .build()
                            .toString());
            out = response.getWriter();
            if (format == ExportFormat.CSV) {
                csv = new CSVPrinter(out, CSVFormat.RFC4180);
                csv.printRecord(columns);
            }
        }
        return out;
    }
}
