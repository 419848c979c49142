package dev.breakwater.scanner.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Debian's docker-registry as a process on a free port of loopback. Tests skip where it is not installed. */
final class RealRegistry implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");

    private final Process process;
    private final int port;
    private final boolean tls;

    private RealRegistry(Process process, int port, boolean tls) {
        this.process = process;
        this.port = port;
        this.tls = tls;
    }

    /**
     * Starts one.
     *
     * @param extra more lines of its configuration, such as {@code auth:}
     * @param tlsLines what stands under {@code http.tls}, empty = plain http
     */
    static RealRegistry start(Path folder, String extra, String tlsLines) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "docker-registry is not installed");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder);
        Path config = folder.resolve("config.yml");
        Files.writeString(config, """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http:
                  addr: 127.0.0.1:%d
                %s
                %s
                """.formatted(folder.resolve("data"), port, tlsLines, extra));
        Process process = new ProcessBuilder(PROGRAM.toString(), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (process.isAlive() && !answers(port)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        if (!process.isAlive()) {
            throw new IOException("docker-registry ended: " + Files.readString(folder.resolve("log")));
        }
        return new RealRegistry(process, port, !tlsLines.isEmpty());
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    /** Pushes the image of a layout, as any client does. */
    void push(Path layout, String repository, String tag, HttpClient client, String authorization)
            throws IOException, InterruptedException {
        JsonNode index = JsonMapper.builder().build().readTree(Files.readAllBytes(layout.resolve("index.json")));
        String manifest = index.path("manifests").get(0).path("digest").asString();
        try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
            for (Path blob : blobs.toList()) {
                if (!manifest.endsWith(blob.getFileName().toString())) {
                    push(repository, blob, client, authorization);
                }
            }
        }
        String base = (tls ? "https" : "http") + "://" + host() + "/v2/" + repository;
        HttpResponse<String> response = client.send(
                request(base + "/manifests/" + tag, authorization)
                        .header("Content-Type", "application/vnd.oci.image.manifest.v1+json")
                        .PUT(HttpRequest.BodyPublishers.ofFile(
                                layout.resolve("blobs").resolve(manifest.replace(':', '/'))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        expect(response, List.of(201));
    }

    /** Pushes an index whose manifests are there. */
    void pushIndex(String repository, String tag, byte[] index, HttpClient client)
            throws IOException, InterruptedException {
        expect(
                client.send(
                        request(
                                        (tls ? "https" : "http") + "://" + host() + "/v2/" + repository + "/manifests/"
                                                + tag,
                                        "")
                                .header("Content-Type", "application/vnd.oci.image.index.v1+json")
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(index))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()),
                List.of(201));
    }

    private void push(String repository, Path blob, HttpClient client, String authorization)
            throws IOException, InterruptedException {
        String base = (tls ? "https" : "http") + "://" + host() + "/v2/" + repository;
        HttpResponse<String> started = client.send(
                request(base + "/blobs/uploads/", authorization)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        expect(started, List.of(202));
        String location = started.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> done = client.send(
                request(location + "&digest=sha256:" + blob.getFileName(), authorization)
                        .PUT(HttpRequest.BodyPublishers.ofFile(blob))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        expect(done, List.of(201));
    }

    private static HttpRequest.Builder request(String uri, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static void expect(HttpResponse<String> response, List<Integer> statuses) throws IOException {
        if (!statuses.contains(response.statusCode())) {
            throw new IOException("the registry answers " + response.statusCode() + ": " + response.body());
        }
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
