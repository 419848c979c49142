package dev.breakwater.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.kubernetes.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComposeTest {

    /** Read as what it is, a YAML document, with a kind so that our own reader of manifests takes it. */
    private final JsonNode services = Manifests.read("kind: Compose\n" + text("docker-compose.yml"))
            .objects()
            .getFirst()
            .path("services");

    @Test
    void namesSettingsThatCentralKnows() {
        String settings = text("docs/reference/configuration.md");
        assertThat(services.path("central").path("environment").propertyNames())
                .filteredOn(name -> name.startsWith("BREAKWATER_"))
                .hasSizeGreaterThan(2)
                .allSatisfy(name -> assertThat(settings).contains("`" + name + "`"));
    }

    @Test
    void startsWhatTheChartStarts() {
        assertThat(services.path("central").path("image").asString())
                .isEqualTo("ghcr.io/breakwater/central:${BREAKWATER_VERSION:-0.1.0}");
        assertThat(text("helm/central/Chart.yaml")).contains("appVersion: 0.1.0\n");
        assertThat(text("helm/central/values.yaml")).contains("repository: breakwater/central\n");
    }

    private static String text(String file) {
        try {
            return Files.readString(Chart.ROOT.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
