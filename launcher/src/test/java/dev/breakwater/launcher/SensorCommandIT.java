package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensorCommandIT {

    private final Product product = Product.running();

    @Test
    void sendsAFolderOnceAndSaysWhatItSawAndWhatItCouldNotRead() {
        TestCluster cluster = TestCluster.added(product, "once");
        cluster.write("shop/web.yaml", Manifests.deployment("shop", "web", "registry.example.com/web:1.4", false));
        cluster.write("shop/namespace.yaml", Manifests.namespace("shop"));
        cluster.write("shop/api.yaml", Manifests.deployment("shop", "api", "registry.example.com/api:2.0", true));
        cluster.write("broken.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: x\nspec:\n  - : :\n");
        cluster.write("notes.txt", "not a manifest");

        try (SensorRun sensor = cluster.once()) {
            assertThat(sensor.exitCode()).as(sensor.err()).isZero();
            assertThat(sensor.out())
                    .contains("cluster once: 3 objects synced")
                    .containsPattern("workload +2\\n")
                    .containsPattern("namespace +1\\n")
                    .containsPattern("could not be read \\(1\\):\\n +broken\\.yaml:[1-9][0-9]*: ");
        }
        assertThat(cluster.workloads())
                .extracting(w -> w.path("name").asText())
                .containsExactlyInAnyOrder("web", "api");
        assertThat(product.admin().json("/api/v1/clusters/once").path("problems"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.path("place").asText()).isEqualTo("broken.yaml"));
    }

    @Test
    void saysThatItsTokenIsRefusedAndEndsWithThree() {
        TestCluster cluster = TestCluster.added(product, "refused");
        cluster.write("namespace.yaml", Manifests.namespace("shop"));
        String token = cluster.created().path("enrolmentToken").asText();
        char last = token.charAt(token.length() - 1);
        // Another digit, not only another case of it: the end of a token is hexadecimal.
        String wrong = token.substring(0, token.length() - 1) + (last == '0' ? '1' : '0');
        try (SensorRun sensor = SensorRun.start(cluster.logs(), arguments(cluster, "--token", wrong))) {
            assertThat(sensor.exitCode()).as(sensor.out() + sensor.err()).isEqualTo(3);
            assertThat(sensor.err()).contains("refused").contains("token").doesNotContain(wrong);
        }
    }

    @Test
    void refusesAWrongCommandLineWithTwoAndNamesWhatIsWrong() {
        TestCluster cluster = TestCluster.added(product, "usage");
        try (SensorRun unknown = SensorRun.start(cluster.logs(), arguments(cluster, "--nonsense", "x"));
                SensorRun missing = SensorRun.start(
                        cluster.logs(),
                        List.of("--central", "localhost:1", "--cluster", "usage", "--manifests", "/no/such/folder"))) {
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.err()).contains("--nonsense");
            assertThat(missing.exitCode()).isEqualTo(2);
            assertThat(missing.err()).contains("--manifests").contains("/no/such/folder");
        }
    }

    private List<String> arguments(TestCluster cluster, String tokenOption, String token) {
        Path state = cluster.state();
        return List.of(
                "--central",
                "localhost:" + product.linkPort(),
                "--cluster",
                cluster.name(),
                tokenOption,
                token,
                "--state",
                state.toString(),
                "--manifests",
                cluster.manifests().toString(),
                "--once",
                "--timeout",
                "60");
    }
}
