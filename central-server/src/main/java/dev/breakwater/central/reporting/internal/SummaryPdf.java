package dev.breakwater.central.reporting.internal;

import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.paper.Paper;

/** Draws a summary as PDF. */
final class SummaryPdf {

    private final String style = Paper.style();

    byte[] of(ExecutiveSummary summary) {
        String document = Paper.document("Security summary", "", style, SummaryHtml.article(summary));
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            return Paper.pdf(document, "Breakwater " + summary.version(), builder -> builder.useSVGDrawer(drawer));
        }
    }
}
