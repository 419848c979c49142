package dev.breakwater.scanner.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports that Trivy wrote itself; they lie beside the checkout. */
class TrivyReportsTest {

    private static final String CORPUS = System.getenv("BREAKWATER_CORPUS");

    @Test
    void claimsWhatEachReportSays() throws Exception {
        assumeThat(CORPUS).as("BREAKWATER_CORPUS names a folder of public data").isNotNull();
        int reports = 0;
        try (Stream<Path> files = Files.list(Path.of(CORPUS, "scan/trivy/expected"))) {
            for (Path file : files.sorted().toList()) {
                ForeignReport report = Documents.read(Files.readAllBytes(file));
                assertThat(claimed(report)).as(file.getFileName().toString()).isEqualTo(said(file));
                assertThat(report.contents().packages())
                        .as(file.toString())
                        .allSatisfy(one -> assertThat(one.purl()).isNotEmpty());
                reports++;
            }
        }
        assertThat(reports).isEqualTo(12);
    }

    private static List<String> claimed(ForeignReport report) {
        return report.findings().stream()
                .map(one -> String.join(
                        " ",
                        one.installed().path(),
                        one.installed().name(),
                        one.installed().version(),
                        one.id(),
                        one.fixedVersion(),
                        one.severity().toString()))
                .toList();
    }

    private static List<String> said(Path file) throws Exception {
        List<String> rows = new ArrayList<>();
        for (JsonNode result :
                JsonMapper.shared().readTree(Files.readAllBytes(file)).path("Results")) {
            for (JsonNode each : result.path("Vulnerabilities")) {
                rows.add(String.join(
                        " ",
                        result.path("Target").asString(),
                        each.path("PkgName").asString(),
                        each.path("InstalledVersion").asString(),
                        each.path("VulnerabilityID").asString(),
                        each.path("FixedVersion").asString(),
                        each.path("Severity").asString()));
            }
        }
        return rows;
    }
}
