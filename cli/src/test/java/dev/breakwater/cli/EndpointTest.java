package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A central that is not there, not willing or no central: never a pass. What a real one answers is tested with central. */
class EndpointTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    EndpointTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("token"), "bw_test\n");
        Files.writeString(folder.resolve("s.yaml"), """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: s
                  annotations: {kubectl.kubernetes.io/last-applied-configuration: 'hunter2'}
                data: {password: aHVudGVyMg==}
                stringData: {other: hunter2}
                """);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void saysWhyCentralRefused() {
        answer(403, "{\"title\":\"Not allowed\",\"detail\":\"Your role does not include this.\"}", null);

        assertThat(check(endpoint())).isEqualTo(3);
        assertThat(err.toString()).contains("refused (HTTP 403)").contains("Your role does not include this.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void sendsNothingOfWhatSecretsHold() {
        answer(400, "{}", null);

        check(endpoint());

        assertThat(bodies)
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .contains("\"password\"", "\"other\"")
                        .doesNotContain("hunter2", "aHVudGVyMg=="));
    }

    @Test
    void followsNoRedirectAndTakesNoOtherAnswerForAReport() {
        answer(302, "", "https://elsewhere.example.com/");
        assertThat(check(endpoint())).isEqualTo(3);
        assertThat(err.toString()).contains("points to https://elsewhere.example.com/");

        answer(200, "<html>welcome</html>", null);
        assertThat(check(endpoint())).isEqualTo(3);
        assertThat(err.toString()).contains("is no central");

        answer(
                200,
                "{\"findings\":[],\"unknown\":[],\"unreadable\":[],\"objects\":0,\"policies\":1,\"rules\":[]}",
                null);
        assertThat(check(endpoint())).isEqualTo(3);
        assertThat(err.toString()).contains("read 0 objects of 1");

        answer(200, "{}", null);
        assertThat(check(endpoint())).isEqualTo(3);
        assertThat(err.toString()).contains("something else than a report");
    }

    @Test
    void asksAgainWhenCentralIsBusy() {
        answer(503, "{\"title\":\"Busy\"}", null);

        assertThat(check(endpoint())).isEqualTo(3);
        assertThat(bodies).hasSize(3);
        assertThat(err.toString()).contains("Busy");
    }

    @Test
    void aCentralThatIsNotThereIsNoPass() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(check("http://127.0.0.1:" + free)).isEqualTo(3);
        assertThat(err.toString()).contains("cannot be reached");
    }

    @Test
    void trustsTheCertificatesThatItIsGivenAndNoOthers() throws Exception {
        Path store = folder.resolve("store.p12");
        keytool(
                "-genkeypair",
                "-keystore",
                store,
                "-alias",
                "c",
                "-keyalg",
                "EC",
                "-dname",
                "CN=central",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-keystore", store, "-alias", "c", "-file", folder.resolve("ca.pem"));
        HttpsServer tls = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            tls.setHttpsConfigurator(new HttpsConfigurator(identity(store)));
            tls.createContext("/", exchange -> {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            tls.start();
            String endpoint = "https://127.0.0.1:" + tls.getAddress().getPort();

            assertThat(check(endpoint)).isEqualTo(3);
            assertThat(err.toString()).contains("is not trusted").contains("--ca-file");
            assertThat(check(endpoint, "--ca-file", folder.resolve("ca.pem").toString()))
                    .isEqualTo(3);
            assertThat(err.toString()).contains("refused (HTTP 404)");
            assertThat(check(endpoint, "--ca-file", folder.resolve("token").toString()))
                    .isEqualTo(3);
            assertThat(err.toString()).contains("certificate");
        } finally {
            tls.stop(0);
        }
    }

    private static void keytool(Object... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-storepass", PASSWORD));
        Stream.of(args).map(String::valueOf).forEach(command::add);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static SSLContext identity(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void refusesACommandLineThatCannotBeMeant() {
        String manifests = folder.resolve("s.yaml").toString();
        assertThat(check("ftp://example.com")).isEqualTo(2);
        assertThat(err.toString()).contains("--endpoint is 'ftp://example.com'");
        assertThat(bwctl("check", "manifests", manifests, "--token-file", "x")).isEqualTo(2);
        assertThat(bwctl("check", "manifests", manifests, "--endpoint", endpoint(), "--all-policies"))
                .isEqualTo(2);
        assertThat(bwctl("check", "manifests", manifests, "--endpoint", endpoint(), "--token-file", manifests))
                .isEqualTo(3);
        assertThat(err.toString()).contains("characters that no token has");
    }

    private void answer(int status, String body, @Nullable String location) {
        try {
            server.removeContext("/");
        } catch (IllegalArgumentException e) {
            // The first answer of this test.
        }
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Retry-After", "0");
            if (location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private int check(String endpoint, String... more) {
        return bwctl(Stream.concat(
                        Stream.of(
                                "check",
                                "manifests",
                                folder.resolve("s.yaml").toString(),
                                "--endpoint",
                                endpoint,
                                "--token-file",
                                folder.resolve("token").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private int bwctl(String... args) {
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err, true), args);
    }
}
