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
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report on paper: drawn part by part, so that a long list never is in memory as a whole. */
@Component
class PdfReport implements ReportRenderer {

    private static final int ROWS_OF_A_PART = 150;
    /** Small, since what a part costs to be written grows with the square of what is in it. */
    private static final int LETTERS_OF_A_PART = 40_000;

    /** From so many parts on a report is a long one: its pages take hundreds of megabytes while they are bound. */
    private static final int LONG = 12;

    private final ReportProperties properties;
    /** One long report at a time: several side by side would take the memory from everybody, and short ones need not wait. */
    private final Semaphore longOnes = new Semaphore(1);

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
        try (PaperBook book = new PaperBook("Breakwater " + context.version(), foot(context));
                Parts parts = new Parts(book, document, out)) {
            ReportHtml.front(document, parts.part);
            sections(context, parts);
            if (ReportHtml.onPaper(document.main())) {
                parts.part
                        .append("<h2>")
                        .append(ReportHtml.text(document.main().title()))
                        .append("</h2>");
                new Rows(parts).write(document.main(), properties.paperRows(), context);
            } else if (!parts.part.isEmpty()) {
                parts.add();
            }
            book.write(out);
        }
    }

    /** What stands above the list, as far as paper goes: it is bound in memory. */
    private void sections(ReportContext context, Parts parts) throws IOException {
        List<Section> sections = context.document().sections();
        long letters = 0;
        int on = 0;
        while (on < sections.size() && letters < properties.paperLetters()) {
            int before = parts.part.length();
            ReportHtml.section(sections.get(on++), parts.part, Long.MAX_VALUE);
            letters += parts.part.length() - before;
            if (parts.part.length() > LETTERS_OF_A_PART) {
                parts.add();
            }
        }
        if (on < sections.size()) {
            parts.part
                    .append("<p class=\"meta\">")
                    .append(ReportHtml.text(String.format(
                            Locale.ENGLISH,
                            "These are the first %,d of %,d parts; %s",
                            on,
                            sections.size(),
                            whereAllAre(context))))
                    .append("</p>");
        }
    }

    /** Where all of it is: beside this file, or nowhere yet. */
    private static String whereAllAre(ReportContext context) {
        Set<ReportFormat> formats = context.definition().report().formats();
        List<String> files = Stream.of(ReportFormat.CSV, ReportFormat.JSON, ReportFormat.HTML)
                .filter(formats::contains)
                .map(format -> FileNames.of(context, format))
                .toList();
        return switch (files.size()) {
            case 0 -> "paper ends here. Have this report made as CSV or JSON, too, to get all of them.";
            case 1 -> "all of them are in the file " + files.getFirst() + ", which lies beside this one.";
            default -> "all of them are in the files " + String.join(" and ", files) + ", which lie beside this one.";
        };
    }

    /** What a page says at its foot: the name of a report says its title often enough. */
    private static String foot(ReportContext context) {
        String title = context.document().title();
        String name = context.definition().report().name();
        boolean said = name.toLowerCase(Locale.ROOT).contains(title.toLowerCase(Locale.ROOT));
        return (said ? name : title + " · " + name) + " · data as of " + Words.of(context.asOf());
    }

    /** The parts of a report as they are drawn. */
    private final class Parts implements AutoCloseable {

        private final PaperBook book;
        private final ReportDocument document;
        private final OutputStream out;
        private final StringBuilder part = new StringBuilder();
        private int count;
        private boolean longOne;

        Parts(PaperBook book, ReportDocument document, OutputStream out) {
            this.book = book;
            this.document = document;
            this.out = out;
        }

        void add() throws IOException {
            if (++count == LONG) {
                await();
            }
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

        private void await() throws IOException {
            try {
                while (!longOnes.tryAcquire(1, TimeUnit.SECONDS)) {
                    out.flush();
                }
                longOne = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped while another long report was drawn");
            }
        }

        @Override
        public void close() {
            if (longOne) {
                longOnes.release();
            }
        }
    }

    /** The rows that end the report, some hundred on each part. */
    private static final class Rows {

        private final Parts parts;
        private final StringBuilder part;
        private long count;
        private int inPart;

        Rows(Parts parts) {
            this.parts = parts;
            this.part = parts.part;
        }

        void write(ReportTable table, long most, ReportContext context) throws IOException {
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
                        .append(ReportHtml.text(String.format(
                                Locale.ENGLISH,
                                "These are the first %,d of %,d rows; %s",
                                most,
                                count,
                                whereAllAre(context))))
                        .append("</p>");
            }
            if (!part.isEmpty()) {
                parts.add();
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
                    parts.add();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
