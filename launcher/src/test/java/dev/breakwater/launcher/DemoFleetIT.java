package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoFleetIT {

    private static final List<String> CLUSTERS = List.of("prod-eu", "prod-us", "staging");
    private static final int WORKLOADS = 63;
    private static final int ENOUGH_PAIRS = 20;

    private final Product product = Product.running();
    private final Rest admin = product.admin();

    @Test
    void answersTheSummaryOnlyOnceTheFleetIsReadAndJudged() {
        List<Rest.Answer> answers = product.firstSummaries();
        Rest.Answer ready = answers.getLast();
        List<Rest.Answer> before = answers.subList(0, answers.size() - 1);

        assertThat(before).as("answers before the first 200").isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            JsonNode progress = answer.json().path("progress");
            assertThat(progress.path("expectedClusters").asInt()).isEqualTo(CLUSTERS.size());
            assertThat(progress.path("syncedClusters").isNumber()).isTrue();
            assertThat(progress.path("pendingWorkloads").isNumber()).isTrue();
        });
        assertThat(ready.json().path("progress").path("syncedClusters").asInt()).isEqualTo(CLUSTERS.size());
        assertThat(ready.json().path("progress").path("pendingWorkloads").asInt())
                .isZero();
        assertThat(ready.json().path("workloads").asInt()).isEqualTo(WORKLOADS);
    }

    @Test
    void showsThreeHealthyClustersOfWhichEverythingWasRead() {
        for (String cluster : CLUSTERS) {
            JsonNode detail = admin.json("/api/v1/clusters/" + cluster);
            JsonNode view = detail.has("cluster") ? detail.path("cluster") : detail;
            assertThat(view.path("health").path("word").asText())
                    .as("%s", detail)
                    .isEqualTo("HEALTHY");
            assertThat(detail.path("problems")).as(cluster).isEmpty();
        }
        assertThat(demoWorkloads())
                .hasSize(WORKLOADS)
                .allSatisfy(workload -> assertThat(workload.path("riskScore").isNumber())
                        .as("%s", workload)
                        .isTrue());
    }

    @Test
    void judgesRiskAsAPersonOrderedThePairsByHand() throws IOException {
        Map<List<String>, Double> scores = new HashMap<>();
        for (JsonNode workload : demoWorkloads()) {
            scores.put(
                    List.of(
                            workload.path("cluster").asText(),
                            workload.path("namespace").asText(),
                            workload.path("kind").asText(),
                            workload.path("name").asText()),
                    workload.path("riskScore").asDouble());
        }
        List<String[]> pairs = pairs();
        List<String> otherwise = new ArrayList<>();
        for (String[] pair : pairs) {
            Double risky = scores.get(List.of(pair[0], pair[1], pair[2], pair[3]));
            Double safe = scores.get(List.of(pair[4], pair[5], pair[6], pair[7]));
            assertThat(risky).as("score of %s", String.join("/", pair)).isNotNull();
            assertThat(safe).as("score of %s", String.join("/", pair)).isNotNull();
            if (risky <= safe) {
                otherwise.add("%s/%s %.3f is not above %s/%s %.3f: %s"
                        .formatted(pair[1], pair[3], risky, pair[5], pair[7], safe, pair[8]));
            }
        }
        otherwise.forEach(line -> System.out.println("order: " + line));
        System.out.println("order: " + (pairs.size() - otherwise.size()) + " of " + pairs.size() + " pairs hold");
        assertThat(pairs.size() - otherwise.size())
                .as("pairs that hold; the others: %s", otherwise)
                .isGreaterThanOrEqualTo(ENOUGH_PAIRS);
    }

    private List<JsonNode> demoWorkloads() {
        return CLUSTERS.stream()
                .flatMap(cluster -> admin.all("workloads", "cluster:" + cluster).stream())
                .toList();
    }

    private static List<String[]> pairs() throws IOException {
        try (InputStream file =
                        Objects.requireNonNull(DemoFleetIT.class.getResourceAsStream("/demo/expected-order.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        }
    }
}
