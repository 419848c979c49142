package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillAndRestartIT {

    private static final Duration BACK = Duration.ofSeconds(90);

    private final Product product = Product.running();
    private final Rest admin = product.admin();

    @Test
    void comesBackWithItsDataAfterLauncherAndCentralWereKilled() throws IOException {
        List<JsonNode> workloadsBefore = admin.all("workloads", "cluster:prod-eu");
        List<String> violationsBefore = ids(admin.all("violations", "cluster:prod-eu"));
        JsonNode contact = cluster("prod-eu").path("syncedAt");

        List<ProcessHandle> before = product.parts();
        List<ProcessHandle> killed = product.kill("breakwater-launcher.jar", "breakwater.jar");
        assertThat(killed).as("launcher and central").hasSize(2);
        assertThat(product.data().resolve("postgres/postmaster.pid"))
                .as("PostgreSQL was not told to stop")
                .exists();
        product.startAgain();
        Rest.Answer summary = product.awaitSummary(admin, new ArrayList<>());

        assertThat(summary.json().path("progress").path("pendingWorkloads").asInt())
                .isZero();
        assertThat(Files.readString(product.folder().resolve("launcher.log")))
                .contains("Stopping a PostgreSQL left over from a start that was killed");
        assertThat(before)
                .as("central, sensor and PostgreSQL of the start that was killed")
                .hasSize(3)
                .noneMatch(ProcessHandle::isAlive);
        Eventually.answers(
                BACK,
                "the demo sensor is back and in step",
                () -> cluster("prod-eu"),
                view -> view.path("connected").asBoolean(true)
                        && view.path("health").path("word").asText().equals("HEALTHY")
                        && !view.path("syncedAt").equals(contact));
        assertThat(ids(admin.all("workloads", "cluster:prod-eu"))).isEqualTo(ids(workloadsBefore));
        assertThat(ids(admin.all("violations", "cluster:prod-eu"))).isEqualTo(violationsBefore);
        assertThat(admin.all("workloads", "cluster:prod-eu"))
                .extracting(w -> w.path("riskScore").asDouble())
                .isEqualTo(workloadsBefore.stream()
                        .map(w -> w.path("riskScore").asDouble())
                        .toList());
    }

    private JsonNode cluster(String name) {
        JsonNode detail = admin.json("/api/v1/clusters/" + name);
        return detail.has("cluster") ? detail.path("cluster") : detail;
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asText()).toList();
    }
}
