package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveChangeIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration START = Duration.ofSeconds(60);
    private static final String POLICY = "Privileged container";

    private final Product product = Product.running();
    private final Rest admin = product.admin();

    @Test
    void followsAManifestFromEditToRepairToDeletion() {
        TestCluster cluster = TestCluster.added(product, "live");
        cluster.write("namespace.yaml", Manifests.namespace("shop"));
        cluster.write("web.yaml", web(false));
        try (SensorRun sensor = cluster.watching()) {
            String id = awaitWorkload(cluster, "web");
            assertThat(violations(id)).isEmpty();

            cluster.write("web.yaml", web(true));
            JsonNode open = awaitViolation(id, "OPEN");
            assertThat(open.path("workload").path("name").asText()).isEqualTo("web");
            assertThat(open.path("evidence")).isNotEmpty();

            cluster.write("web.yaml", web(false));
            JsonNode resolved = awaitViolation(id, "RESOLVED");
            assertThat(resolved.path("id")).isEqualTo(open.path("id"));
            assertThat(history(open)).hasSize(2);
            assertThat(history(open).getFirst().path("change").asText()).isEqualTo("CLOSED");
            assertThat(history(open).getFirst().path("cause").asText())
                    .contains("privileged of main from true to false");
            assertThat(history(open).getLast().path("cause").asText())
                    .contains("privileged of main from false to true");

            cluster.write("web.yaml", web(true));
            awaitViolation(id, "OPEN");
            cluster.delete("web.yaml");
            Eventually.answers(
                    SOON, "web is gone", () -> admin.get("/api/v1/workloads/" + id), answer -> answer.status() == 404);
            assertThat(awaitViolation(id, "RESOLVED").path("id")).isEqualTo(open.path("id"));
            assertThat(history(open).getFirst().path("cause").asText()).contains("the workload was deleted");
            assertThat(history(open)).hasSize(4);
        }
    }

    @Test
    void noticesAfterARestartWhatWasDeletedInTheMeantime() {
        TestCluster cluster = TestCluster.added(product, "offline");
        cluster.write("stays.yaml", Manifests.deployment("shop", "stays", "registry.example.com/stays:1.0", false));
        cluster.write("goes.yaml", Manifests.deployment("shop", "goes", "registry.example.com/goes:1.0", true));
        try (SensorRun sensor = cluster.once()) {
            assertThat(sensor.exitCode()).as(sensor.err()).isZero();
        }
        assertThat(cluster.workloads()).hasSize(2);

        cluster.delete("goes.yaml");
        try (SensorRun sensor = cluster.once()) {
            assertThat(sensor.exitCode()).as(sensor.err()).isZero();
        }
        assertThat(cluster.workloads()).extracting(w -> w.path("name").asText()).containsExactly("stays");
        assertThat(admin.all("violations", "cluster:offline workload:goes state:open"))
                .isEmpty();
        assertThat(admin.all("violations", "cluster:offline workload:goes state:resolved"))
                .isNotEmpty();
    }

    private static String web(boolean privileged) {
        return Manifests.deployment("shop", "web", "registry.example.com/web:1.4", privileged);
    }

    private static String awaitWorkload(TestCluster cluster, String name) {
        return Eventually.answers(
                        START,
                        name + " arrives",
                        () -> cluster.workloads().stream()
                                .filter(w -> w.path("name").asText().equals(name))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst()
                .path("id")
                .asText();
    }

    private JsonNode awaitViolation(String workload, String state) {
        return Eventually.answers(
                        SOON,
                        POLICY + " of " + workload + " is " + state,
                        () -> violations(workload),
                        found -> found.size() == 1
                                && found.getFirst().path("state").asText().equals(state))
                .getFirst();
    }

    private List<JsonNode> violations(String workload) {
        return admin.all("violations", "workload:" + workload + " policy:\"" + POLICY + "\"");
    }

    private List<JsonNode> history(JsonNode violation) {
        JsonNode events = admin.json(
                        "/api/v1/violations/" + violation.path("id").asText())
                .path("history");
        return events.valueStream().toList();
    }
}
