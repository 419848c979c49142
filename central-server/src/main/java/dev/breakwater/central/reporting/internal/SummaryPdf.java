package dev.breakwater.central.reporting.internal;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import dev.breakwater.central.reporting.ExecutiveSummary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import org.springframework.core.io.ClassPathResource;

/** Draws a summary as PDF, without a browser. It fetches nothing: whatever a document names outside of itself is refused. */
final class SummaryPdf {

    /** Latin, Greek and Cyrillic; comes with PDFBox. Other letters are shown as missing. */
    private static final String FONT = "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = "META-INF/resources/bw/summary.css";

    private final String style = read(STYLE);

    SummaryPdf() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] of(ExecutiveSummary summary) {
        String document =
                "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>Security"
                        + " summary</title><style>" + style + "</style></head><body class=\"bw-paper\">"
                        + SummaryHtml.article(summary) + "</body></html>";
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useSVGDrawer(drawer);
            builder.useUriResolver((base, uri) -> null);
            builder.useFont(() -> SummaryPdf.class.getClassLoader().getResourceAsStream(FONT), "Liberation Sans");
            builder.withProducer("Breakwater " + summary.version());
            builder.withHtmlContent(document, null);
            builder.toStream(pdf);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the summary cannot be drawn", e);
        }
        return pdf.toByteArray();
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
