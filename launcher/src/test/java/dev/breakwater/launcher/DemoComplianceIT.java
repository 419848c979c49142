package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demo fleet comes out as was predicted by hand. */
class DemoComplianceIT {

    private static final String STANDARD = "nist-800-190";
    private static final String CLUSTER = "prod-eu";

    private final Product product = Product.running();
    private final Rest admin = product.admin();

    /** A row of the page. */
    private record Prediction(String leaf, String outcome, String object) {}

    @Test
    void comesOutAsPredictedByHand() throws IOException {
        List<Prediction> predictions = predictions();
        assertThat(predictions).hasSizeGreaterThan(8);
        Eventually.answers(
                Duration.ofSeconds(90),
                "everything is judged",
                () -> result("4.4.5"),
                result -> result.path("failed").asLong() > 0
                        && result.path("unknown").asLong() == 0);
        assertThat(predictions).allSatisfy(this::holds);
    }

    @Test
    void atLeastFourteenLeavesAreAnsweredByTheStateOfTheFleet() {
        List<String> answered = results().stream()
                .filter(result ->
                        List.of("PASS", "FAIL").contains(result.path("outcome").asText()))
                .map(result -> result.path("control").asText())
                .toList();
        assertThat(answered).hasSizeGreaterThanOrEqualTo(14);
    }

    private void holds(Prediction prediction) {
        JsonNode result = result(prediction.leaf());
        assertThat(result.path("outcome").asText())
                .as(prediction.leaf() + " " + result.path("evidence"))
                .isEqualTo(prediction.outcome());
        if (!prediction.object().isEmpty()) {
            JsonNode detail = admin.json("/api/v1/compliance/results/" + prediction.leaf() + "?standard=" + STANDARD);
            List<String> failing = detail.path("control")
                    .path("checks")
                    .valueStream()
                    .flatMap(check -> admin.json("/api/v1/compliance/checks/" + check.asText() + "/objects?cluster="
                                    + result.path("clusterId").asText())
                            .valueStream())
                    .filter(sample -> sample.path("outcome").asText().equals("FAIL"))
                    .map(sample -> sample.path("name").asText())
                    .toList();
            assertThat(failing).as(prediction.leaf()).contains(prediction.object());
        }
    }

    private JsonNode result(String leaf) {
        return results().stream()
                .filter(result -> result.path("control").asText().equals(leaf))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> results() {
        return admin.json("/api/v1/compliance/results?standard=" + STANDARD + "&cluster=" + CLUSTER + "&pageSize=100")
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<Prediction> predictions() throws IOException {
        return Files.readString(Product.ROOT.resolve("docs/explanation/compliance-of-the-demo-fleet.md"))
                .lines()
                .filter(line -> line.startsWith("| 4."))
                .map(line -> List.of(line.split("\\|", -1)).stream()
                        .map(String::strip)
                        .collect(Collectors.toList()))
                .map(cells -> new Prediction(cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }
}
