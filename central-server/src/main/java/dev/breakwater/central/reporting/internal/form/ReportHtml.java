package dev.breakwater.central.reporting.internal.form;

import dev.breakwater.central.reporting.ReportColumn;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDocument.Chart;
import dev.breakwater.central.reporting.ReportDocument.Section;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportRenderer;
import dev.breakwater.central.reporting.ReportTable;
import dev.breakwater.paper.Paper;
import dev.breakwater.paper.PaperText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A report as one page of XHTML that needs nothing else. Only {@link PaperText} brings values in, so nothing that comes from a
 * cluster or a person becomes markup.
 */
@Component
public class ReportHtml implements ReportRenderer {

    private static final int PREVIEWED = 20;
    private static final String HEAD =
            "<meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/><meta"
                    + " http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                    + " 'unsafe-inline'\"/>";

    @Override
    public ReportFormat format() {
        return ReportFormat.HTML;
    }

    @Override
    public void render(ReportContext context, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        page(context.document(), writer, Long.MAX_VALUE);
        writer.flush();
    }

    /** The report with the first rows of each table. */
    public static String preview(ReportContext context) {
        StringBuilder page = new StringBuilder();
        try {
            page(context.document(), page, PREVIEWED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    private static void page(ReportDocument document, Appendable out, long rows) throws IOException {
        String frame = Paper.document(document.title(), HEAD, Paper.style() + Paper.reportStyle(), "\u0000");
        int middle = frame.indexOf('\u0000');
        out.append(frame, 0, middle).append("<main class=\"bw-report\">");
        front(document, out);
        for (Section section : document.sections()) {
            section(section, out, rows);
        }
        if (onPaper(document.main())) {
            out.append("<h2>").append(text(document.main().title())).append("</h2>");
            table(document.main(), out, rows);
        }
        out.append("</main>").append(frame, middle + 1, frame.length());
    }

    /** The cover, the numbers and the charts. */
    static void front(ReportDocument document, Appendable out) throws IOException {
        out.append("<div class=\"cover\"><p class=\"brand\">Breakwater</p><h1>")
                .append(text(document.title()))
                .append("</h1><p class=\"headline\">")
                .append(text(document.headline()))
                .append("</p><table class=\"facts\"><tbody>");
        for (Map.Entry<String, String> fact : document.facts()) {
            out.append("<tr><th scope=\"row\">")
                    .append(text(fact.getKey()))
                    .append("</th><td>")
                    .append(text(fact.getValue()))
                    .append("</td></tr>");
        }
        out.append("</tbody></table></div>");
        if (!document.figures().isEmpty()) {
            out.append("<h2>In numbers</h2><table class=\"numbers\"><tbody><tr>");
            for (ReportDocument.Figure figure : document.figures()) {
                out.append("<td><p class=\"number\">")
                        .append(text(figure.value()))
                        .append("</p><p>")
                        .append(text(figure.what()))
                        .append("</p></td>");
            }
            out.append("</tr></tbody></table>");
        }
        for (Chart chart : document.charts()) {
            out.append("<div class=\"chart\"><h2>").append(text(chart.title())).append("</h2>");
            if (chart.bars().isEmpty()) {
                out.append("<p class=\"meta\">There is nothing to draw.</p>");
            } else {
                BarsHtml.write(chart, out);
            }
            out.append("</div>");
        }
    }

    static void section(Section section, Appendable out, long rows) throws IOException {
        String heading = section.level() == 1 ? "h2" : "h3";
        out.append("<div class=\"section\"><").append(heading).append('>');
        out.append(text(section.title())).append("</").append(heading).append('>');
        for (String paragraph : section.text()) {
            out.append("<p>").append(text(paragraph)).append("</p>");
        }
        for (ReportTable table : section.tables()) {
            if (!table.title().isEmpty()) {
                out.append("<p class=\"caption\">").append(text(table.title())).append("</p>");
            }
            table(table, out, rows);
        }
        out.append("</div>");
    }

    /** Whether any column of it is for people; else its rows stand in a section already. */
    static boolean onPaper(ReportTable table) {
        return table.columns().stream().anyMatch(column -> column.share() > 0);
    }

    private static void table(ReportTable table, Appendable out, long rows) throws IOException {
        Table writer = new Table(table, out, rows);
        table.rows().each(writer::row);
        writer.end();
    }

    /** The head of a table, for whoever writes the rows by itself. */
    static void head(List<ReportColumn> columns, Appendable out) throws IOException {
        int all = Math.max(1, columns.stream().mapToInt(ReportColumn::share).sum());
        out.append("<table class=\"rows\"><thead><tr>");
        for (ReportColumn column : columns) {
            if (column.share() > 0) {
                out.append("<th scope=\"col\" style=\"width:")
                        .append(String.valueOf(column.share() * 100 / all))
                        .append("%\">")
                        .append(text(column.title()))
                        .append("</th>");
            }
        }
        out.append("</tr></thead><tbody>");
    }

    static void row(List<ReportColumn> columns, List<@Nullable Object> row, Appendable out) throws IOException {
        out.append("<tr>");
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).share() > 0) {
                Object value = row.get(i);
                boolean number = value instanceof Number;
                out.append(number ? "<td class=\"number\">" : "<td>");
                cell(value, out);
                out.append("</td>");
            }
        }
        out.append("</tr>");
    }

    /** A time may stand below its day, and is never broken itself. */
    private static void cell(@Nullable Object value, Appendable out) throws IOException {
        String words = Words.inTable(value);
        int space = value instanceof Instant ? words.indexOf(' ') : -1;
        if (space < 0) {
            out.append(text(words));
        } else {
            out.append(text(words.substring(0, space)))
                    .append(" <span class=\"time\">")
                    .append(text(words.substring(space + 1)))
                    .append("</span>");
        }
    }

    static String text(String value) {
        return PaperText.of(value);
    }

    /** A table as its rows come, up to a number of them. */
    private static final class Table {

        private final ReportTable table;
        private final Appendable out;
        private final long most;
        private long count;

        Table(ReportTable table, Appendable out, long most) {
            this.table = table;
            this.out = out;
            this.most = most;
        }

        void row(List<@Nullable Object> row) {
            try {
                if (count == 0) {
                    head(table.columns(), out);
                }
                if (count++ < most) {
                    ReportHtml.row(table.columns(), row, out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() throws IOException {
            if (count == 0) {
                out.append("<p class=\"meta\">").append(text(table.empty())).append("</p>");
                return;
            }
            out.append("</tbody></table>");
            if (count > most) {
                out.append("<p class=\"meta\">")
                        .append(text(String.format(
                                java.util.Locale.ENGLISH,
                                "These are the first %,d rows; all of them are in the report itself.",
                                most)))
                        .append("</p>");
            }
        }
    }
}
