package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stored is what came over the wire, byte by byte: an object's document is its message. */
class PlantedSecretsIT {

    private final Product product = Product.running();
    private final Rest admin = product.admin();

    @Test
    void letsNoPlantedSecretLeaveTheCluster() throws IOException, SQLException {
        Planting planting = new Planting();
        TestCluster cluster = TestCluster.added(product, "planted");
        cluster.write("secrets.yaml", planting.secrets());
        cluster.write("helm.yaml", planting.helmRelease());
        cluster.write("config.yaml", planting.configMaps());
        cluster.write("broken.yaml", planting.broken());
        cluster.write("leaky.yaml", planting.workload());
        assertThat(planting.markers()).hasSizeGreaterThanOrEqualTo(50);
        try (SensorRun sensor = cluster.once()) {
            assertThat(sensor.exitCode()).as(sensor.err()).isZero();
            assertThat(sensor.out()).contains("broken.yaml:");
        }
        assertThat(cluster.workloads()).hasSize(1);
        assertThat(admin.all("secrets", "cluster:planted")).hasSize(7);

        Haystack haystack = new Haystack();
        try (Connection database = product.database()) {
            haystack.addTables(database);
        }
        haystack.addFiles(product.data().resolve("logs"));
        haystack.addFiles(cluster.logs());
        haystack.addFiles(cluster.state());
        addAnswers(haystack);

        assertThat(haystack.placesOf(planting.visible))
                .as("what is no secret is found wherever it should be")
                .contains("table public.cluster_objects", "GET workloads/{id}", "GET export/workloads?format=ndjson");
        assertThat(planting.markers())
                .allSatisfy(marker ->
                        assertThat(haystack.placesOf(marker)).as(marker.place()).isEmpty());
    }

    private void addAnswers(Haystack haystack) {
        for (String list : List.of(
                "workloads",
                "violations",
                "images",
                "nodes",
                "namespaces",
                "secrets",
                "service-accounts",
                "audit-log")) {
            haystack.add("GET " + list, admin.all(list, "").toString());
        }
        haystack.add(
                "GET clusters/planted", admin.json("/api/v1/clusters/planted").toString());
        for (JsonNode workload : admin.all("workloads", "cluster:planted")) {
            String path = "/api/v1/workloads/" + workload.path("id").asText();
            haystack.add("GET workloads/{id}", admin.json(path).toString());
            for (String part : List.of("risk", "what-if", "history")) {
                haystack.add(
                        "GET workloads/{id}/" + part,
                        admin.json(path + "/" + part).toString());
            }
        }
        for (JsonNode violation : admin.all("violations", "cluster:planted")) {
            haystack.add(
                    "GET violations/{id}",
                    admin.json("/api/v1/violations/" + violation.path("id").asText())
                            .toString());
        }
        for (String export : List.of("workloads", "violations")) {
            for (String format : List.of("ndjson", "csv")) {
                String path = "export/" + export + "?format=" + format;
                Rest.Answer answer = admin.get("/api/v1/" + path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                haystack.add("GET " + path, answer.text());
            }
        }
    }
}
