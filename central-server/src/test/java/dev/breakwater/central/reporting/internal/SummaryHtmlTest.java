package dev.breakwater.central.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.detection.ViolationTrend;
import dev.breakwater.central.detection.ViolationTrend.Day;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.central.reporting.ExecutiveSummary.Decision;
import dev.breakwater.central.reporting.ExecutiveSummary.Figure;
import dev.breakwater.central.reporting.ExecutiveSummary.FixTime;
import dev.breakwater.central.reporting.ExecutiveSummary.Grade;
import dev.breakwater.central.reporting.ExecutiveSummary.Risk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The summary as page and PDF, and the rule of its grade. */
class SummaryHtmlTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:42:00Z");
    private static final String EVIL =
            "<script>alert(1)</script><img src=\"file:///etc/passwd\" onerror='x'/>]]>&\u0000\u202e";

    @Test
    void whatAClusterCallsItsThingsIsTextOnly() {
        String html = SummaryHtml.article(summary(EVIL));

        assertThat(html).doesNotContain("<script", "<img", "\u0000").contains("&lt;script&gt;", "&lt;img src=&quot;");
    }

    @Test
    void thePdfIsOnePageThatSaysItAllAndRunsNothing() throws IOException {
        byte[] pdf = new SummaryPdf().of(summary(EVIL));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Fewer serious problems")
                    .contains("<script>alert(1)</script>")
                    .contains("Data as of 24 Nov 2026 09:42 UTC")
                    .contains("Scope: everything")
                    .contains("For ann");
        }
    }

    @Test
    void unknownNeverMakesAGradeBetter() {
        Instant young = NOW.minus(Duration.ofDays(3));
        Instant old = NOW.minus(Duration.ofDays(31));

        assertThat(Grading.of(100, 100, null, null, NOW)).isEqualTo(Grade.A);
        assertThat(Grading.of(1000, 899, young, null, NOW)).isEqualTo(Grade.B);
        assertThat(Grading.of(100, 100, old, null, NOW)).isEqualTo(Grade.C);
        assertThat(Grading.of(100, 0, null, null, NOW)).isEqualTo(Grade.D);
        assertThat(Grading.of(0, 0, null, null, NOW)).isNull();
        // Of what was there on the first day nobody knows how old it is.
        assertThat(Grading.of(100, 100, NOW, NOW, NOW)).isEqualTo(Grade.C);
        assertThat(Grading.of(100, 100, NOW.minus(Duration.ofDays(30)), NOW.minus(Duration.ofDays(30)), NOW))
                .isEqualTo(Grade.B);
        for (int known = 0; known < 100; known++) {
            assertThat(Grading.of(100, known, young, null, NOW))
                    .isGreaterThanOrEqualTo(Grading.of(100, known + 1, young, null, NOW));
        }
    }

    @Test
    void aGradeSaysWhatItMeansAndWhatTheNextAsksFor() {
        assertThat(Grading.meaning(Grade.A))
                .startsWith("A: no critical problem")
                .contains("7 days")
                .doesNotContain("asks");
        assertThat(Grading.meaning(Grade.B))
                .startsWith("B: ")
                .contains("30 days")
                .endsWith("A asks for 7 days and 90\u00a0%.");
        assertThat(Grading.meaning(Grade.D))
                .contains("less than 60\u00a0%")
                .endsWith("C asks for 90 days and 60\u00a0%.");
    }

    @Test
    void thePlaceIsSaidAsPeopleSayIt() {
        assertThat(SummaryWords.place(PlaceFilter.EVERYWHERE, true))
                .isEqualTo("all clusters, all namespaces, with what the platform itself runs");
        assertThat(SummaryWords.place(PlaceFilter.parse("cluster:eu,us namespace:pay-* platform:no"), false))
                .isEqualTo("cluster eu or us, namespace pay-*, without what the platform itself runs,"
                        + " as far as the reader may see");
        assertThat(SummaryWords.place(PlaceFilter.parse("platform:yes"), true))
                .endsWith("only what the platform itself runs");
    }

    @Test
    void theHeadlineFollowsFromTheTrendAndTheFixing() {
        ViolationTrend trend = trend();
        List<FixTime> late = List.of(new FixTime("Critical", 9, 7, 2));

        assertThat(SummaryWords.headline(new BySeverity(1, 2, 0, 0), trend, late))
                .isEqualTo("Fewer serious problems than on 1 Nov, but critical ones take 2 days too long to fix.");
        assertThat(SummaryWords.headline(new BySeverity(0, 0, 9, 9), new ViolationTrend(List.of(), null), List.of()))
                .isEqualTo("No serious problem is open.");
    }

    private static ViolationTrend trend() {
        return new ViolationTrend(
                IntStream.range(0, 20)
                        .mapToObj(i -> new Day(
                                LocalDate.of(2026, 11, 1).plusDays(i),
                                new BySeverity(5, 30 - i, 0, 0),
                                BySeverity.NONE,
                                BySeverity.NONE,
                                BySeverity.NONE,
                                BySeverity.NONE))
                        .toList(),
                NOW);
    }

    private static ExecutiveSummary summary(String evil) {
        return new ExecutiveSummary(
                "Fewer serious problems than on 1 Nov.",
                Grade.B,
                Grading.meaning(Grade.B),
                trend(),
                List.of(new Figure("7", "critical problems open", "13 a month ago")),
                List.of(new Risk(evil, evil, "since 3 days")),
                List.of(new FixTime("Critical", 9, 7, 2)),
                List.of(new Decision("Name an owner", evil)),
                List.of("2 services are not judged yet"),
                NOW,
                "everything",
                "ann",
                "0.1.0");
    }
}
