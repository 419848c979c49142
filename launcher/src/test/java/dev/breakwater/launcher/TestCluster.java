package dev.breakwater.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cluster that a test adds, with a folder of manifests in the place of a live API.
 *
 * @param created what central said of it when it was added
 * @param manifests the folder that its sensor reads
 * @param state the folder in which its sensor keeps key and certificate
 * @param logs what its sensors print
 */
record TestCluster(Product product, String name, JsonNode created, Path manifests, Path state, Path logs) {

    static TestCluster added(Product product, String name) {
        Rest.Answer created = product.admin().post("/api/v1/clusters", Rest.named(name));
        if (created.status() / 100 != 2) {
            throw new AssertionError("the cluster " + name + " is not added: " + created);
        }
        return of(
                product,
                name,
                created.json(),
                created.json().path("enrolmentToken").asText());
    }

    /** One that somebody added already, with the token that they were shown. */
    static TestCluster known(Product product, String name, String token) {
        return of(product, name, product.admin().json("/api/v1/clusters/" + name), token);
    }

    private static TestCluster of(Product product, String name, JsonNode created, String token) {
        Path folder = product.folder().resolve("clusters").resolve(name);
        try {
            Files.createDirectories(folder.resolve("manifests"));
            Files.writeString(folder.resolve("token"), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestCluster(
                product, name, created, folder.resolve("manifests"), folder.resolve("state"), folder.resolve("logs"));
    }

    /** Writes a manifest the way a careful editor does: complete, or not at all. */
    void write(String file, String text) {
        try {
            Path target = manifests.resolve(file);
            Files.createDirectories(target.getParent());
            Path draft = Files.createTempFile(logs.getParent(), "draft", ".tmp");
            Files.writeString(draft, text);
            Files.move(draft, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(manifests.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sensor that sends everything once, with more arguments. */
    SensorRun once(String... more) {
        return sensor(Stream.concat(Stream.of("--once", "--timeout", "60"), Stream.of(more)));
    }

    /** A sensor that stays. */
    SensorRun watching() {
        return sensor(Stream.empty());
    }

    /** A sensor that stays, with central's link at another port than its own. */
    SensorRun watchingThrough(int port) {
        return sensor(port, Stream.empty());
    }

    private SensorRun sensor(Stream<String> more) {
        return sensor(product.linkPort(), more);
    }

    private SensorRun sensor(int port, Stream<String> more) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "--central",
                                "localhost:" + port,
                                "--cluster",
                                name,
                                "--token-file",
                                logs.resolveSibling("token").toString(),
                                "--state",
                                state.toString(),
                                "--manifests",
                                manifests.toString()),
                        more)
                .toList();
        return SensorRun.start(logs, arguments);
    }

    /** Its workloads as the list shows them. */
    List<JsonNode> workloads() {
        return product.admin().all("workloads", "cluster:" + name);
    }
}
