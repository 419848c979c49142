package dev.breakwater.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Draws XHTML as PDF, without a browser. It fetches nothing: whatever a document names outside of itself is refused. */
public final class Paper {

    /** Latin, Greek and Cyrillic; comes with PDFBox. Other letters are shown as missing. */
    private static final String FONT = "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = "/META-INF/resources/bw/summary.css";
    private static final String REPORT_STYLE = "/META-INF/resources/bw/report.css";

    /** It tells of every font that a PDF viewer has and it has not; held here, since loggers that nobody holds forget. */
    private static final Logger FONTS = Logger.getLogger("org.apache.pdfbox");

    private Paper() {}

    /** The style of these pages: CSS 2.1, for an article of the class {@code bw-summary} in a body of {@code bw-paper}. */
    public static String style() {
        return read(STYLE);
    }

    /** The style of long documents, on top of {@link #style()}: for a {@code main} of the class {@code bw-report}. */
    public static String reportStyle() {
        return read(REPORT_STYLE);
    }

    private static String read(String resource) {
        try (InputStream in = Paper.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A whole document.
     *
     * @param head more for its head: XHTML; may be empty
     * @param style CSS
     * @param article XHTML, in which every value went through {@link PaperText}
     */
    public static String document(String title, String head, String style, String article) {
        return "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>"
                + PaperText.of(title) + "</title>" + head + "<style>" + style
                + "</style></head><body class=\"bw-paper\">"
                + article + "</body></html>";
    }

    /**
     * Draws a document.
     *
     * @param producer the program, as the file says
     * @param more what else is told to the renderer
     */
    public static byte[] pdf(String document, String producer, Consumer<PdfRendererBuilder> more) {
        quieten();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useUriResolver((base, uri) -> null);
            builder.useFont(() -> Paper.class.getClassLoader().getResourceAsStream(FONT), "Liberation Sans");
            builder.withProducer(producer);
            builder.withHtmlContent(document, null);
            more.accept(builder);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be drawn", e);
        }
        return pdf.toByteArray();
    }

    static void quieten() {
        FONTS.setLevel(Level.SEVERE);
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }
}
