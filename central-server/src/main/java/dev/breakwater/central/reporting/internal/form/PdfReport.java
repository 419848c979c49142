package dev.breakwater.central.reporting.internal.form;

import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportRenderer;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.paper.Paper;
import dev.breakwater.paper.PaperBook;
import dev.breakwater.paper.PaperText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report on paper: drawn part by part, so that a long list never is in memory as a whole. */
@Component
class PdfReport implements ReportRenderer {

    private static final int ROWS_OF_A_PART = 150;
    /** Small, since what a part costs to be written grows with the square of what is in it. */
    private static final int LETTERS_OF_A_PART = 40_000;

    private final ReportProperties properties;

    PdfReport(ReportProperties properties) {
        this.properties = properties;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.PDF;
    }

    @Override
    public void render(ReportContext context, OutputStream out) throws IOException {
        ReportDocument document = context.document();
        String foot = document.title() + " · " + context.definition().report().name() + " · data as of "
                + Words.of(context.asOf());
        try (PaperBook book = new PaperBook("Breakwater " + context.version(), foot)) {
            StringBuilder part = new StringBuilder();
            ReportHtml.front(document, part);
            for (Section section : document.sections()) {
                ReportHtml.section(section, part, Long.MAX_VALUE);
                if (part.length() > LETTERS_OF_A_PART) {
                    add(book, document, part, out);
                }
            }
            if (ReportHtml.onPaper(document.main())) {
                part.append("<h2>")
                        .append(ReportHtml.text(document.main().title()))
                        .append("</h2>");
                new Rows(book, document, part, out).write(document.main(), properties.paperRows());
            } else if (!part.isEmpty()) {
                add(book, document, part, out);
            }
            book.write(out);
        }
    }

    private static void add(PaperBook book, ReportDocument document, StringBuilder part, OutputStream out)
            throws IOException {
        String head = "<meta name=\"description\" content=\"" + PaperText.of(document.headline()) + "\"/>";
        book.add(Paper.document(
                document.title(),
                head,
                Paper.style() + Paper.reportStyle(),
                "<div class=\"bw-report\">" + part + "</div>"));
        part.setLength(0);
        // Asks whether the job is still ours; nothing is written before the book is bound.
        out.flush();
    }

    /** The rows that end the report, some hundred on each part. */
    private static final class Rows {

        private final PaperBook book;
        private final ReportDocument document;
        private final StringBuilder part;
        private final OutputStream out;
        private long count;
        private int inPart;

        Rows(PaperBook book, ReportDocument document, StringBuilder part, OutputStream out) {
            this.book = book;
            this.document = document;
            this.part = part;
            this.out = out;
        }

        void write(ReportTable table, long most) throws IOException {
            table.rows().each(row -> row(table, row, most));
            if (count == 0) {
                part.append("<p class=\"meta\">")
                        .append(ReportHtml.text(table.empty()))
                        .append("</p>");
            } else if (inPart > 0) {
                part.append("</tbody></table>");
            }
            if (count > most) {
                part.append("<p class=\"meta\">")
                        .append(String.format(
                                Locale.ENGLISH,
                                "These are the first %,d of %,d rows; the CSV and the JSON of this report have all of"
                                        + " them.",
                                most,
                                count))
                        .append("</p>");
            }
            if (!part.isEmpty()) {
                add(book, document, part, out);
            }
        }

        private void row(ReportTable table, List<@Nullable Object> row, long most) {
            if (count++ >= most) {
                return;
            }
            try {
                if (inPart == 0) {
                    ReportHtml.head(table.columns(), part);
                }
                ReportHtml.row(table.columns(), row, part);
                if (++inPart == ROWS_OF_A_PART || part.length() > LETTERS_OF_A_PART) {
                    part.append("</tbody></table>");
                    inPart = 0;
                    add(book, document, part, out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
