package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pipeline says of a cluster's manifests is what central says once they run. */
class SameVerdictsIT {

    private static final String CLUSTER = "prod-us";

    private final Rest admin = Product.running().admin();

    @TempDir
    private Path folder;

    @Test
    void bwctlFindsInTheManifestsWhatCentralFindsInTheCluster() throws Exception {
        Set<String> central = new TreeSet<>();
        String token = "";
        do {
            JsonNode page = admin.json("/api/v1/violations?pageSize=500&q="
                    + Rest.encoded("cluster:" + CLUSTER + " state:open,accepted,excluded")
                    + (token.isEmpty() ? "" : "&pageToken=" + Rest.encoded(token)));
            page.path("items").forEach(item -> {
                JsonNode workload = item.path("workload");
                central.add(line(item.path("policyId"), workload));
            });
            token = page.path("nextPageToken").asText("");
        } while (!token.isEmpty() && !token.equals("null"));

        JsonNode checked = checked();
        Set<String> pipeline = about(checked.path("findings"));
        assertThat(pipeline).isNotEmpty();
        assertThat(central).as("whatever the pipeline finds").containsAll(pipeline);
        // Manifests do not show whether somebody looked into an image: there the pipeline does not know.
        central.removeAll(pipeline);
        assertThat(about(checked.path("unknown"))).as("what only central finds").containsAll(central);
    }

    private static Set<String> about(JsonNode answers) {
        Set<String> about = new TreeSet<>();
        for (JsonNode answer : answers) {
            if (isWorkload(answer.path("object").path("kind").asText())) {
                about.add(line(answer.path("policyId"), answer.path("object")));
            }
        }
        return about;
    }

    private static boolean isWorkload(String kind) {
        return Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "Pod", "ReplicaSet")
                .contains(kind);
    }

    private static String line(JsonNode policy, JsonNode object) {
        return policy.asText() + " " + object.path("kind").asText() + " "
                + object.path("namespace").asText() + "/" + object.path("name").asText();
    }

    private JsonNode checked() throws IOException, InterruptedException {
        Path out = folder.resolve("out.json");
        Process bwctl = new ProcessBuilder(
                        Product.ROOT.resolve("cli/target/bwctl").toString(),
                        "check",
                        "manifests",
                        Product.ROOT
                                .resolve("launcher/src/main/demo/" + CLUSTER)
                                .toString(),
                        "--complete",
                        "--cluster",
                        CLUSTER,
                        "-o",
                        "json")
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(bwctl.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(bwctl.exitValue())
                .as(Files.readString(folder.resolve("err")))
                .isEqualTo(1);
        return new ObjectMapper().readTree(out.toFile());
    }
}
