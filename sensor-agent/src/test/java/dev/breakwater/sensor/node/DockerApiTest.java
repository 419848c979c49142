package dev.breakwater.sensor.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.machine.MachineEvidence.Unread;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerApiTest {

    private static final String ID = "0123456789abcdef";

    @TempDir
    private Path folder;

    private final Findings findings = new Findings();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private Map<String, String> read() {
        TextRedaction texts = new TextRedaction(new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])));
        return new DockerApi(new Root(folder), new JsonRedaction(texts), findings).read();
    }

    @Test
    void nothingIsAskedWhereThereIsNoSocket() {
        assertThat(read()).isEmpty();
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void containersAreReadWithoutTheirSecrets() throws IOException {
        Map<String, String> answers = Map.of(
                "/version",
                "{\"Version\":\"28.2.2\"}",
                "/info",
                "{\"SecurityOptions\":[\"name=seccomp,profile=builtin\"],\"LiveRestoreEnabled\":true}",
                "/images/json?all=false",
                "[{\"RepoTags\":[\"a:1\"]}]",
                "/containers/json?all=false",
                "[{\"Id\":\"" + ID + "\"}]",
                "/containers/" + ID + "/json",
                "{\"Id\":\"" + ID + "\",\"Config\":{\"Env\":[\"DB_PASSWORD=hunter2-and-more\",\"LANG=C\"],"
                        + "\"Cmd\":[\"run\",\"--token\",\"s3cr3t-of-it-all\"]},\"HostConfig\":{\"Privileged\":true}}");
        try (ServerSocketChannel server = serve(answers)) {
            Map<String, String> documents = read();

            assertThat(server.isOpen()).isTrue();
            assertThat(documents)
                    .containsOnlyKeys("docker.version", "docker.info", "docker.images", "docker.containers");
            assertThat(documents.get("docker.containers"))
                    .contains("\"Privileged\":true", "LANG=C", "DB_PASSWORD=<redacted>")
                    .doesNotContain("hunter2", "s3cr3t");
        }
        assertThat(requests).isNotEmpty().allMatch(line -> line.startsWith("GET "));
    }

    @Test
    void anAnswerThatIsNoneIsTold() throws IOException {
        try (ServerSocketChannel server = serve(Map.of("/version", "{\"Version\":\"28\"}", "/info", "nonsense"))) {
            assertThat(server.isOpen()).isTrue();
            assertThat(read()).containsOnlyKeys("docker.version");
        }
        assertThat(findings.all())
                .extracting(Unread::what)
                .containsExactly("docker.containers", "docker.images", "docker.info");
    }

    private ServerSocketChannel serve(Map<String, String> answers) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(run.resolve("docker.sock")));
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    answer(server.accept(), answers);
                }
            } catch (ClosedChannelException e) {
                // The test is done.
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return server;
    }

    private void answer(SocketChannel client, Map<String, String> answers) throws IOException {
        try (client) {
            ByteBuffer buffer = ByteBuffer.allocate(8_192);
            client.read(buffer);
            String request = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
            requests.add(request.lines().findFirst().orElse(""));
            String body = answers.get(request.split(" ")[1]);
            String answer = body == null
                    ? "HTTP/1.0 404 Not Found\r\n\r\n{}"
                    : "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + body;
            client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
