package dev.breakwater.sensor.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.scanner.MachineCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeAgentTest {

    @TempDir
    private Path root;

    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Duration ask = Duration.ZERO;
    private String wanted = "{\"detail\":\"because\"}";
    private HttpServer server;
    private Path token;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                bodies.add(exchange.getRequestBody().readAllBytes());
                Integer status = answers.poll();
                byte[] told = wanted.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status == null ? 201 : status, told.length);
                exchange.getResponseBody().write(told);
            }
        });
        server.start();
        token = Files.writeString(root.resolve("token"), "bwt_one\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CentralApi central() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        return new CentralApi(url, token, "prod eu", HttpClient.newHttpClient());
    }

    private NodeAgent agent(Duration interval) {
        MachineLook look = new MachineLook(
                root, new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])), "1.0", () -> Instant.EPOCH);
        return new NodeAgent(
                look, central(), "worker-1", new NodeAgent.Rhythm(interval, ask), new Random(7), this::paused);
    }

    @Test
    void looksWhenSomebodyWantsItThoughNoneIsDue() {
        ask = Duration.ofMinutes(1);
        // The first evidence, a question that is not answered, one that wants a look, its evidence, questions.
        answers.addAll(List.of(201, 404, 200, 201));
        wanted = "{\"order\":\"01a21788-8787-789f-8edc-a92a4a8504d0\"}";

        assertThatThrownBy(() -> agent(Duration.ofHours(6)).run()).isInstanceOf(InterruptedException.class);

        assertThat(asked.subList(0, 5).stream().map(request -> request.split("[?]")[0]))
                .containsExactly(
                        "POST /api/v1/nodes/evidence",
                        "POST /api/v1/nodes/looks",
                        "POST /api/v1/nodes/looks",
                        "POST /api/v1/nodes/evidence",
                        "POST /api/v1/nodes/looks");
        assertThat(pauses.subList(1, 8)).allMatch(pause -> pause.toSeconds() >= 54 && pause.toSeconds() <= 66);
    }

    private void paused(Duration time) throws InterruptedException {
        pauses.add(time);
        if (pauses.size() > 8) {
            throw new InterruptedException("enough");
        }
    }

    @Test
    void evidenceIsBroughtByTheNamesOfClusterAndNode() throws InterruptedException {
        agent(Duration.ofHours(6)).once();

        assertThat(asked).containsExactly("POST /api/v1/nodes/evidence?cluster=prod+eu&node=worker-1 Bearer bwt_one");
        assertThat(MachineCodec.read(bodies.getFirst()).machine().hostname()).isEqualTo("worker-1");
        assertThat(pauses).isEmpty();
    }

    @Test
    void whatMayBeTakenSoonIsTriedAgain() throws InterruptedException {
        answers.addAll(List.of(503, 404, 201));

        agent(Duration.ofHours(6)).once();

        assertThat(asked).hasSize(3);
        assertThat(pauses).hasSize(2).allMatch(pause -> pause.compareTo(Duration.ofMinutes(2)) < 0);
    }

    @Test
    void whatIsRefusedIsNotRepeated() throws InterruptedException {
        answers.addAll(List.of(409));

        agent(Duration.ofHours(6)).once();

        assertThat(asked).hasSize(1);
    }

    @Test
    void itEndsTryingWhenTheNextLookIsDue() throws InterruptedException {
        answers.addAll(List.of(503, 503, 503, 503, 503, 503));

        agent(Duration.ofMinutes(1)).once();

        assertThat(asked.size()).isBetween(2, 5);
    }

    @Test
    void looksAreAnIntervalApartMoreOrLess() {
        assertThatThrownBy(() -> agent(Duration.ofHours(6)).run()).isInstanceOf(InterruptedException.class);

        assertThat(pauses.getFirst()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(pauses.subList(1, 8))
                .allMatch(pause ->
                        pause.compareTo(Duration.ofMinutes(324)) >= 0 && pause.compareTo(Duration.ofMinutes(396)) <= 0);
        assertThat(asked).hasSize(8);
    }

    @Test
    void theTokenIsReadAnewAndARefusalSaysWhy() throws IOException {
        Files.writeString(token, "bwt_two");
        answers.add(409);

        assertThatThrownBy(() -> central().send(new byte[] {'{', '}'}, "n"))
                .isInstanceOf(CentralApi.Refused.class)
                .hasMessageContaining("409")
                .hasMessageContaining("because");
        assertThat(asked.getFirst()).endsWith("Bearer bwt_two");
        Files.writeString(token, "two words\n");
        assertThatThrownBy(() -> central().send(new byte[0], "n")).hasMessageContaining("holds no token");
    }
}
