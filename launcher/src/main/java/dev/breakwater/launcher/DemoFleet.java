package dev.breakwater.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Enrols the demo clusters as anybody would, and starts the sensor that streams them. */
final class DemoFleet {

    private final Settings settings;
    private final CentralApi central;

    DemoFleet(Settings settings, CentralApi central) {
        this.settings = settings;
        this.central = central;
    }

    /** Starts one sensor for all folders. */
    ChildProcess start() throws IOException, InterruptedException {
        Path jar = Installation.ofJar(settings.sensorJar(), settings.data().resolve("sensor-app"));
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx96m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString(),
                "--central",
                "localhost:" + settings.linkPort()));
        Path fleet = DemoFolders.copied(settings.demoFleet(), settings.data().resolve("demo-fleet"));
        try (Stream<Path> folders = Files.list(fleet)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                arguments.addAll(cluster(folder));
            }
        }
        Path log = settings.data().resolve("logs").resolve("demo-sensor.log");
        return ChildProcess.java("demo sensor", arguments, Map.of(), ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /**
     * Tells what the demo's own images would hold, as a pipeline tells it of images that it built: nobody can pull them, since
     * there are none. Each says so of itself.
     */
    void describeImages() throws IOException, InterruptedException {
        Path folder = settings.demoFleet().resolveSibling("demo-images");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".cdx.json"))
                    .sorted()
                    .toList()) {
                byte[] document = Files.readAllBytes(file);
                String digest = new ObjectMapper()
                        .readTree(document)
                        .path("metadata")
                        .path("component")
                        .path("version")
                        .asText();
                CentralApi.Answer answer = central.upload("/api/v1/sboms?image=" + digest, document);
                if (!answer.isSuccess()) {
                    System.out.println(
                            "The demo image " + file.getFileName() + " could not be described: " + answer.body());
                }
            }
        }
    }

    private List<String> cluster(Path folder) throws IOException, InterruptedException {
        String name = folder.getFileName().toString();
        Path state = settings.data().resolve("demo-sensor").resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "--cluster",
                name,
                "--manifests",
                folder.toString(),
                "--state",
                state.toString(),
                "--allow-node-actions",
                "cordon,uncordon"));
        if (!Files.exists(state.resolve("certificate.pem"))) {
            Path tokenFile = settings.data().resolve("demo-sensor").resolve(name + ".token");
            Files.createDirectories(tokenFile.getParent());
            PrivateFiles.write(tokenFile, enrolmentToken(name));
            arguments.addAll(List.of("--token-file", tokenFile.toString()));
        }
        return arguments;
    }

    private String enrolmentToken(String name) throws IOException, InterruptedException {
        CentralApi.Answer created = central.post("/api/v1/clusters", Map.of("name", name, "environment", "demo"));
        if (created.status() == 409) {
            JsonNode known = central.get("/api/v1/clusters?q=name:" + name)
                    .body()
                    .path("items")
                    .path(0);
            created = central.post("/api/v1/clusters/" + known.path("id").asText() + "/tokens", Map.of());
        }
        if (!created.isSuccess()) {
            throw new StartFailed("The demo cluster " + name + " could not be added: " + created.body());
        }
        return created.body().path("enrolmentToken").asText();
    }
}
