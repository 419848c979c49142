package dev.breakwater.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sensor for who has no Helm is what the chart renders; {@code -Dbreakwater.docs.write=true} writes it anew. */
class WithoutHelmTest {

    private static final String HEAD = """
            # The sensor for kubectl, rendered from helm/sensor by a test; do not edit. The console shows the command that makes the
            # Secret breakwater-sensor-enrolment, which it reads, before `kubectl apply -f` of this file.
            """;

    @Test
    void isWhatTheChartRenders() throws IOException {
        Path file = Chart.ROOT.resolve("deploy/sensor.yaml");
        Path values = Chart.ROOT.resolve("deploy/sensor-values.yaml");
        String rendered = HEAD
                + Chart.SENSOR.template(values, Chart.NEW, Map.of()).replace("managed-by: Helm", "managed-by: kubectl");
        if (Boolean.getBoolean("breakwater.docs.write")) {
            Files.writeString(file, rendered);
        }
        assertThat(file).hasContent(rendered);
        assertThat(rendered)
                .contains("name: breakwater-sensor-enrolment", "secretKeyRef")
                .doesNotContain("kind: Secret\n");
    }
}
