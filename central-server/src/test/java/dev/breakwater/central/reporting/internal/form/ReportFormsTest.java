package dev.breakwater.central.reporting.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.reporting.internal.ReportProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What is written, read back. */
class ReportFormsTest {

    private static final int PAPER = 1_200;

    @Test
    void aSheetHoldsEveryRowAndNoCellOfItRuns() throws IOException {
        LongReport report = new LongReport(
                20_000,
                List.of(
                        LongReport.row(
                                "=1+1", "a\"b", "one\nline, and\r\nanother", Instant.parse("2026-11-26T10:00:00.5Z")),
                        LongReport.row("@SUM(A1)", "Prüfung – 検査", "-2+3", null),
                        LongReport.row("+1", "\tx", "y".repeat(40_000), null)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvReport().render(report, out);

        String csv = out.toString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeffseverity,name,found,at\r\n");
        List<CSVRecord> rows =
                CSVFormat.RFC4180.parse(new StringReader(csv.substring(1))).getRecords();
        assertThat(rows).hasSize(20_001);
        assertThat(rows.get(1).toList())
                .containsExactly("'=1+1", "a\"b", "one\nline, and\r\nanother", "2026-11-26 10:00:00");
        assertThat(rows.get(2).toList()).containsExactly("'@SUM(A1)", "Prüfung – 検査", "'-2+3", "");
        assertThat(rows.get(3).get(0)).isEqualTo("'+1");
        assertThat(rows.get(3).get(1)).isEqualTo("'\tx");
        assertThat(rows.get(3).get(2)).hasSizeLessThan(32_767).endsWith("the JSON has all)");
    }

    @Test
    void paperEndsAtItsBoundAndSaysSo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport(properties()).render(LongReport.of(20_000), out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("These are the first 1,200 of 20,000 rows", "workload-1199", "3 high, 1 low")
                    .doesNotContain("workload-1200 ");
        }
    }

    private static ReportProperties properties() {
        Duration second = Duration.ofSeconds(5);
        return new ReportProperties(1, second, second, second, 5, second, second, DataSize.ofMegabytes(100), PAPER);
    }
}
