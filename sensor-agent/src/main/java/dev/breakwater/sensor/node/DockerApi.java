package dev.breakwater.sensor.node;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Asks Docker's API on its socket. It is only ever read: every request is a GET. */
final class DockerApi {

    private static final String SOCKET = "/run/docker.sock";
    private static final int MOST = 4 << 20;
    private static final int MOST_CONTAINERS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Root root;
    private final JsonRedaction redaction;
    private final Findings findings;

    DockerApi(Root root, JsonRedaction redaction, Findings findings) {
        this.root = root;
        this.redaction = redaction;
        this.findings = findings;
    }

    /** Documents by name, empty where there is no Docker. */
    Map<String, String> read() {
        Map<String, String> documents = new TreeMap<>();
        if (!root.exists(SOCKET)) {
            return documents;
        }
        keep(documents, "docker.version", "/version");
        keep(documents, "docker.info", "/info");
        keep(documents, "docker.images", "/images/json?all=false");
        try {
            documents.put("docker.containers", containers().toString());
        } catch (IOException | IllegalArgumentException e) {
            findings.unread("docker.containers", String.valueOf(e.getMessage()));
        }
        return documents;
    }

    private void keep(Map<String, String> documents, String name, String path) {
        try {
            documents.put(name, redaction.of(get(path)).toString());
        } catch (IOException | IllegalArgumentException e) {
            findings.unread(name, String.valueOf(e.getMessage()));
        }
    }

    private ArrayNode containers() throws IOException {
        ArrayNode all = JSON.createArrayNode();
        int size = 0;
        for (JsonNode container : redaction.of(get("/containers/json?all=false"))) {
            String id = container.path("Id").asString("");
            if (!id.matches("[0-9a-f]{12,64}")) {
                throw new IOException("Docker named a container without an id");
            }
            JsonNode inspected = redaction.of(get("/containers/" + id + "/json"));
            size += inspected.toString().length();
            if (all.size() == MOST_CONTAINERS || size > MOST) {
                findings.unread(
                        "docker.containers", "more than " + MOST_CONTAINERS + " containers or " + MOST + " characters");
                break;
            }
            all.add(inspected);
        }
        return all;
    }

    private byte[] get(String path) throws IOException {
        Path socket = root.resolve(SOCKET, true);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            Thread watch = Thread.ofVirtual().start(() -> closeLater(channel));
            try {
                // HTTP/1.0: the answer ends with the connection, and comes in one piece.
                String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\nAccept: application/json\r\n\r\n";
                channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                return body(answer(channel), path);
            } catch (java.nio.channels.AsynchronousCloseException e) {
                throw new IOException("Docker did not answer within " + PATIENCE.toSeconds() + " seconds", e);
            } finally {
                watch.interrupt();
            }
        }
    }

    private static void closeLater(SocketChannel channel) {
        try {
            Thread.sleep(PATIENCE);
            channel.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // It is closed by whoever opened it, too.
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] answer(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        while (channel.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            if (all.size() > MOST) {
                throw new IOException("Docker answered with more than " + MOST + " bytes");
            }
        }
        return all.toByteArray();
    }

    private static byte[] body(byte[] answer, String path) throws IOException {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String status = text.substring(0, Math.max(0, text.indexOf("\r\n")));
        if (end < 0 || !status.matches("HTTP/1\\.[01] 200 .*")) {
            throw new IOException(
                    "Docker answered " + path + " with '" + status.substring(0, Math.min(80, status.length())) + "'");
        }
        return java.util.Arrays.copyOfRange(answer, end + 4, answer.length);
    }
}
