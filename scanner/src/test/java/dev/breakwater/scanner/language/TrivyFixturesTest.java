package dev.breakwater.scanner.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.breakwater.engine.image.InstalledPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trivy's own lockfiles with what it reads out of them; they lie beside the checkout. */
class TrivyFixturesTest {

    private static final String CORPUS = System.getenv("BREAKWATER_CORPUS");

    @Test
    void findsThePackagesThatTrivyFinds() throws Exception {
        assumeThat(CORPUS).as("BREAKWATER_CORPUS names a folder of public data").isNotNull();
        Path root = Path.of(CORPUS, "scan/trivy");
        int projects = 0;
        for (String row : Files.readAllLines(root.resolve("manifest.tsv")).stream()
                .skip(1)
                .toList()) {
            String[] columns = row.split("\t");
            for (JsonNode result : JsonMapper.shared()
                    .readTree(root.resolve("expected").resolve(columns[1]))
                    .path("Results")) {
                Path file = root.resolve("repo")
                        .resolve(columns[0])
                        .resolve(result.path("Target").asString());
                List<InstalledPackage> found = Given.file(result.path("Target").asString(), Files.readAllBytes(file))
                        .packages();
                assertThat(found.stream().map(TrivyFixturesTest::shown)).as(row).containsAll(expected(result));
            }
            projects++;
        }
        assertThat(projects).isEqualTo(12);
    }

    private static String shown(InstalledPackage one) {
        return one.name() + " " + one.version() + " " + one.purl();
    }

    /** Without the project itself, which Trivy lists, too. */
    private static List<String> expected(JsonNode result) {
        List<String> rows = new ArrayList<>();
        for (JsonNode each : result.path("Packages")) {
            if (!each.path("Relationship").asString("").equals("root")) {
                rows.add(each.path("Name").asString() + " "
                        + each.path("Version").asString() + " "
                        + each.path("Identifier").path("PURL").asString());
            }
        }
        return rows;
    }
}
