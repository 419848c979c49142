package dev.breakwater.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportDraft.Packing;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportWordsTest {

    private static String about(List<String> clusters, String q) {
        return ReportWords.about(
                new ReportDraft(
                        "a report",
                        ReportKind.COMPLIANCE,
                        List.of(),
                        clusters,
                        q,
                        null,
                        Set.of(ReportFormat.PDF),
                        null,
                        90,
                        List.of(),
                        Packing.BUNDLE),
                Map.of());
    }

    @Test
    void allClustersIsSaidOnlyOfAReportOnAllOfThem() {
        assertThat(about(List.of(), "")).endsWith(" · all clusters");
        assertThat(about(List.of(), "cluster:staging"))
                .endsWith(" · only what matches cluster:staging")
                .doesNotContain("all clusters");
        assertThat(about(List.of("prod"), "namespace:shop")).endsWith(" · prod · only what matches namespace:shop");
    }
}
