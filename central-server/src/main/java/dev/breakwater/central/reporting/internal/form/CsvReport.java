package dev.breakwater.central.reporting.internal.form;

import dev.breakwater.central.platform.SpreadsheetCells;
import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportRenderer;
import dev.breakwater.central.reporting.ReportTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of a report for spreadsheets: RFC 4180 in UTF-8 with a mark, so that they read every letter, no cell is a formula, and
 * times (UTC) are times.
 */
@Component
class CsvReport implements ReportRenderer {

    private static final char MARK = '\ufeff';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** A cell holds 32,767 letters. */
    private static final int LONGEST = 32_700;

    private static final String CUT = "… (cut; the JSON has all of it)";
    private static final String CUT_ALONE = "… (cut; the report as JSON has all of it)";

    @Override
    public ReportFormat format() {
        return ReportFormat.CSV;
    }

    @Override
    public void render(ReportContext context, OutputStream out) throws IOException {
        write(context, context.document().main(), out);
    }

    @Override
    public Map<String, Content> beside(ReportContext context) {
        ReportTable evidence = context.document().evidence();
        return evidence == null ? Map.of() : Map.of(FileNames.evidence(context), out -> write(context, evidence, out));
    }

    private static void write(ReportContext context, ReportTable table, OutputStream out) throws IOException {
        boolean json = context.definition().report().formats().contains(ReportFormat.JSON);
        String cut = json ? CUT : CUT_ALONE;
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(MARK);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(table.columns().stream().map(ReportColumn::key).toList());
        table.rows().each(row -> {
            try {
                csv.printRecord(SpreadsheetCells.of(
                        row.stream().map(value -> cell(value, cut)).toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        csv.flush();
    }

    /** Times as spreadsheets know them; texts no longer than a cell can be, beyond which rows would shift. */
    private static @Nullable Object cell(@Nullable Object value, String cut) {
        return switch (value) {
            case Instant at -> TIME.format(at.atZone(ZoneOffset.UTC));
            case String text when text.length() > LONGEST -> text.substring(0, LONGEST) + cut;
            case List<?> texts -> cell(texts.stream().map(String::valueOf).collect(Collectors.joining(" | ")), cut);
            case null, default -> value;
        };
    }
}
