package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhatIfIT {

    private static final int MOST_CHANGES = 25;
    private static final int ROUNDS = 5;

    private final Product product = Product.running();
    private final Rest admin = product.admin();

    @Test
    void answersTwentyFiveChangesToEachOfThreeWorkloads() {
        List<Double> millis = new ArrayList<>();
        for (String name : List.of("legacy-ftp", "jenkins-agent", "node-tuner")) {
            String path = whatIf(admin.all("workloads", "name:" + name).getFirst());
            List<String> changes = twentyFive(path);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                Rest.Answer answer = admin.post(path, Map.of("changes", changes));
                millis.add((System.nanoTime() - start) / 1e6);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.json().path("changes")).hasSize(MOST_CHANGES);
                assertThat(answer.json().path("after").path("score").asDouble())
                        .isLessThan(answer.json().path("before").path("score").asDouble());
            }
        }
        System.out.printf(
                "what-if: %d changes, median %.0f ms over REST%n",
                MOST_CHANGES, millis.stream().sorted().toList().get(millis.size() / 2));
    }

    @Test
    void foretellsTheScoreThatMakingTheChangesGives() throws IOException {
        String manifest =
                Files.readString(Product.ROOT.resolve("launcher/src/main/demo/prod-us/default/legacy-ftp.yaml"));
        TestCluster cluster = TestCluster.added(product, "foretold");
        cluster.write("namespace.yaml", Manifests.namespace("default"));
        cluster.write("ftp.yaml", manifest);
        sendOnce(cluster);
        JsonNode before = cluster.workloads().getFirst();
        Rest.Answer foretold = admin.post(
                whatIf(before),
                Map.of(
                        "changes",
                        List.of(
                                "remove-host-port/ftp/21",
                                "remove-environment-variable/ftp/FTP_PASS",
                                "remove-capability/ftp/ALL",
                                "narrow-service/legacy-ftp")));
        assertThat(foretold.status()).as(foretold.text()).isEqualTo(200);
        assertThat(foretold.json().path("before").path("score").asDouble())
                .isEqualTo(before.path("riskScore").asDouble(), within(1e-9));

        cluster.write(
                "ftp.yaml",
                without(
                        manifest,
                        "              hostPort: 21\n",
                        "            - name: FTP_PASS\n              value: demo-ftp-pw-not-real\n",
                        "            capabilities:\n              add:\n                - ALL\n",
                        "  type: LoadBalancer\n"));
        sendOnce(cluster);
        JsonNode after = Eventually.answers(
                Duration.ofSeconds(20),
                "the changed workload is judged",
                () -> cluster.workloads().getFirst(),
                workload -> !workload.path("pending").asBoolean()
                        && !workload.path("riskScore").equals(before.path("riskScore")));
        assertThat(after.path("riskScore").asDouble())
                .isEqualTo(foretold.json().path("after").path("score").asDouble(), within(1e-9))
                .isLessThan(before.path("riskScore").asDouble());
    }

    /** What the product proposes itself, filled up with changes that change nothing that counts. */
    private List<String> twentyFive(String path) {
        JsonNode suggestions = admin.json(path);
        Stream<String> proposed = (suggestions.isArray() ? suggestions : suggestions.path("items"))
                .valueStream()
                .map(s -> s.path("change").path("id").asText());
        Stream<String> labels = IntStream.range(0, MOST_CHANGES).mapToObj(i -> "set-label/evidence-" + i + "/x");
        return Stream.concat(proposed, labels).limit(MOST_CHANGES).toList();
    }

    private static String whatIf(JsonNode workload) {
        return "/api/v1/workloads/" + workload.path("id").asText() + "/what-if";
    }

    private static void sendOnce(TestCluster cluster) {
        try (SensorRun sensor = cluster.once()) {
            assertThat(sensor.exitCode()).as(sensor.err()).isZero();
        }
    }

    private static String without(String text, String... parts) {
        String rest = text;
        for (String part : parts) {
            assertThat(rest).contains(part);
            rest = rest.replace(part, "");
        }
        return rest;
    }
}
