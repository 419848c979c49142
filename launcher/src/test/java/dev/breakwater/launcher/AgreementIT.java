package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Central and its sensors judge the same fleet by the same policies. */
class AgreementIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Rest admin = Product.running().admin();

    @Test
    void sensorsFindWhatCentralFinds() {
        JsonNode clusters =
                admin.json("/api/v1/clusters?pageSize=100&q=name:prod-*").path("items");
        assertThat(clusters).hasSize(2);
        for (JsonNode cluster : clusters) {
            String path = "/api/v1/clusters/" + cluster.path("id").asText() + "/agreement";
            JsonNode agreement = Eventually.answers(
                    SOON,
                    "the sensor of " + cluster.path("name") + " tells what it found",
                    () -> admin.json(path),
                    answer -> answer.path("state").asText().equals("AGREES"));
            assertThat(agreement.path("workloads").asInt()).isPositive();
            assertThat(agreement.path("differing").asInt()).isZero();
            assertThat(agreement.path("suspected").asInt())
                    .as(agreement.toString())
                    .isZero();
        }
    }
}
