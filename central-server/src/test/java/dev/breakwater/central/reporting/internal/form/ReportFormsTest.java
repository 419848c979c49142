package dev.breakwater.central.reporting.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportRenderer;
import dev.breakwater.central.reporting.internal.ReportProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** What is written, read back. */
class ReportFormsTest {

    private static final int PAPER = 1_200;

    @Test
    void aSheetHoldsEveryRowAndNoCellOfItRuns() throws IOException {
        LongReport report = LongReport.of(
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
        assertThat(rows.get(3).get(2)).hasSizeLessThan(32_767).endsWith("the report as JSON has all of it)");
    }

    /** What is read and not written yet never grows: memory is bounded however long the list is. */
    @Test
    void aSheetAndJsonAreWrittenWhileTheirRowsAreRead() throws IOException {
        for (ReportRenderer form : List.of(new CsvReport(), new JsonReport(JsonMapper.shared()))) {
            AtomicLong written = new AtomicLong();
            AtomicLong most = new AtomicLong();
            OutputStream out = new OutputStream() {
                @Override
                public void write(int b) {
                    written.incrementAndGet();
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    written.addAndGet(length);
                }
            };
            form.render(
                    LongReport.of(20_000)
                            .watchedBy(row ->
                                    most.accumulateAndGet(row * LongReport.LEAST_BYTES - written.get(), Math::max)),
                    out);
            assertThat(written.get()).isGreaterThan(20_000L * LongReport.LEAST_BYTES);
            assertThat(most.get())
                    .as(form.format() + ": bytes read and not written")
                    .isLessThan(100_000);
        }
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
            assertThat(text.replaceAll("\\s+", " "))
                    .as("where the others are")
                    .contains("paper ends here. Have this report made as CSV or JSON, too, to get all of them.");
        }
    }

    @Test
    void paperEndsWithinItsSectionsToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LongReport report = LongReport.of(2).under(1_000).in(Set.of(ReportFormat.PDF, ReportFormat.JSON));
        new PdfReport(properties()).render(report, out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Control 0.", "Control 200.", "workload-1 ")
                    .doesNotContain("Control 300.");
            assertThat(text)
                    .containsPattern("These are the first 2\\d\\d of 1,000 parts; all of them are in the file"
                            + " long-2026-11-26T1000.json, which lies beside this one.");
        }
    }

    @Test
    void paperNamesTheFilesThatHaveAllOfIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LongReport report = LongReport.of(PAPER + 1).in(Set.of(ReportFormat.PDF, ReportFormat.CSV, ReportFormat.JSON));
        new PdfReport(properties()).render(report, out);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("These are the first 1,200 of 1,201 rows; all of them are in the files"
                            + " long-2026-11-26T1000.csv and long-2026-11-26T1000.json, which lie beside this one.");
        }
    }

    @Test
    void longReportsAreDrawnOneAfterTheOther() throws Exception {
        PdfReport paper = new PdfReport(properties(2_000));
        AtomicInteger drawn = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        // By its 1,900th row a report is a long one, and it is until all of it is bound.
        LongReport report = LongReport.of(2_000).watchedBy(row -> {
            if (row == 1_900) {
                most.accumulateAndGet(drawn.incrementAndGet(), Math::max);
            } else if (row == 1_999) {
                drawn.decrementAndGet();
            }
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(threads.submit(() -> {
                    paper.render(report, OutputStream.nullOutputStream());
                    return null;
                }));
            }
            for (Future<?> one : both) {
                one.get();
            }
        }
        assertThat(most).hasValue(1);
    }

    private static ReportProperties properties() {
        return properties(PAPER);
    }

    private static ReportProperties properties(int paper) {
        Duration second = Duration.ofSeconds(5);
        return new ReportProperties(
                1, second, second, second, 5, second, second, DataSize.ofMegabytes(100), 100_000, paper, 100);
    }
}
