package dev.breakwater.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.sensor.link.TestCentral;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a kubelet and Prometheus are told, over HTTP, by a sensor with a real link. */
class HealthServerIT {

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void isReadyOnceCentralHasEverythingAndNotWhenItIsGone() throws Exception {
        try (TestCentral central = new TestCentral();
                Sensor sensor = sensor(central);
                HealthServer health = HealthServer.start(0, sensor)) {
            while (!sensor.isSettled()) {
                sensor.awaitChange();
            }
            assertThat(get(health, "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(health, "/livez").body()).isEqualTo("ok\n");
            assertThat(get(health, "/metrics").body())
                    .contains("breakwater_sensor_synced{cluster=\"c1\"} 1\n")
                    .contains("breakwater_sensor_objects{cluster=\"c1\",kind=\"namespace\"} 1\n")
                    .contains("breakwater_sensor_kind_readable{cluster=\"c1\",kind=\"namespace\"} 1\n")
                    .contains("# TYPE breakwater_sensor_heap_bytes gauge\n");
            assertThat(get(health, "/readyz/more").statusCode()).isEqualTo(404);

            central.close();
            while (sensor.isConnected("c1")) {
                sensor.awaitChange();
            }
            HttpResponse<String> cut = get(health, "/readyz");
            assertThat(cut.statusCode()).isEqualTo(503);
            assertThat(cut.body()).startsWith("cluster c1 is not synced: ");
            // Central's absence is no reason to be killed: the spool would go with it.
            assertThat(get(health, "/livez").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isNotAliveWhenItsReaderHasStoppedAndEndsByItself() throws Exception {
        try (TestCentral central = new TestCentral();
                Sensor sensor = sensor(central);
                HealthServer health = HealthServer.start(0, sensor)) {
            assertThat(get(health, "/livez").statusCode()).isEqualTo(200);

            sensor.all().getFirst().close();

            assertThat(sensor.awaitEnd()).isEqualTo(Main.COULD_NOT);
            HttpResponse<String> answer = get(health, "/livez");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("c1 is no longer read");
        }
    }

    @Test
    void takesNothingIn() throws Exception {
        try (TestCentral central = new TestCentral();
                Sensor sensor = sensor(central);
                HealthServer health = HealthServer.start(0, sensor)) {
            HttpRequest post = HttpRequest.newBuilder(uri(health, "/livez"))
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build();
            assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(405);
        }
    }

    private Sensor sensor(TestCentral central) throws Exception {
        Path manifests = Files.createDirectories(folder.resolve("manifests"));
        Files.writeString(manifests.resolve("n.yaml"), "{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n");
        ClusterOptions options = new ClusterOptions();
        CommandLine.populateCommand(
                options,
                "--cluster",
                "c1",
                "--manifests",
                manifests.toString(),
                "--token",
                central.tokenText(),
                "--state",
                folder.resolve("state").toString());
        return Sensor.start(
                central.address(), null, new SettingsReader(Map.of()).read(List.of(options)), InstantSource.system());
    }

    private HttpResponse<String> get(HealthServer health, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(health, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(HealthServer health, String path) {
        return URI.create("http://localhost:" + health.port() + path);
    }
}
