package dev.breakwater.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The product as its two commands start it: the launcher's jar, with the embedded PostgreSQL, central and the demo fleet
 * as processes. Started once for all tests of this JVM, and stopped with it.
 */
final class Product {

    /** The checkout; the tests run in the folder of their module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static final String PASSWORD = "evidence-of-2026";

    private static final Duration START = Duration.ofSeconds(240);

    /** Less than the build waits for the end of this JVM before it kills it. */
    private static final long STOP_SECONDS = 20;

    private static final class Running {
        static final Product PRODUCT = new Product("product");
    }

    private final Path folder;
    private final int httpPort = freePort();
    private final int linkPort = freePort();
    private final List<Rest.Answer> firstSummaries = new ArrayList<>();
    private final Rest admin;
    private Process launcher;

    private Product(String name) {
        folder = ROOT.resolve("launcher/target").resolve(name);
        try {
            delete(folder);
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launcher = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop product"));
        Rest password = Rest.basic(url(), "admin", PASSWORD);
        awaitSummary(password, firstSummaries);
        JsonNode token = password.post(
                        "/api/v1/api-tokens", java.util.Map.of("name", "evidence", "role", "ADMIN", "expiresInDays", 1))
                .json();
        // A password is hashed slowly on purpose; a token is not.
        admin = Rest.bearer(url(), token.path("secret").asText());
    }

    static Product running() {
        return Running.PRODUCT;
    }

    /** Another one, for a test that ends it. */
    static Product ofItsOwn(String name) {
        return new Product(name);
    }

    /** Its launcher. */
    Process launcher() {
        return launcher;
    }

    /** What the launcher has said to the person at the console. */
    String said() {
        return text(folder.resolve("launcher.log"));
    }

    /** A file of the folder of logs. */
    String log(String file) {
        return text(data().resolve("logs").resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that runs for this data folder but the launcher: central, the demo sensor, PostgreSQL. */
    List<ProcessHandle> parts() {
        return Stream.concat(
                        Stream.of("central", "demo-sensor").map(name -> data().resolve("run/" + name + ".pid")),
                        Stream.of(data().resolve("postgres/postmaster.pid")))
                .flatMap(Product::process)
                .toList();
    }

    /** The running process that a file names in its first line. */
    static Stream<ProcessHandle> process(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(pidFile).getFirst().strip()))
                            .filter(ProcessHandle::isAlive)
                            .stream()
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rest admin() {
        return admin;
    }

    /** What {@code GET /api/v1/summary} answered since central listened, up to the first 200. */
    List<Rest.Answer> firstSummaries() {
        return List.copyOf(firstSummaries);
    }

    String url() {
        return "http://localhost:" + httpPort;
    }

    int linkPort() {
        return linkPort;
    }

    /** Where everything is: {@code data} of the product, and what the tests add. */
    Path folder() {
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** A connection beside central's, to look at what is stored. */
    Connection database() throws SQLException, IOException {
        // The fourth line of PostgreSQL's own pid file is its port.
        String port = Files.readAllLines(data().resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
    }

    /** Ends the launcher and its Java processes in the middle of what they do; nothing gets to clean up. */
    List<ProcessHandle> kill(String... jars) {
        List<ProcessHandle> victims = Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants())
                .filter(process -> Stream.of(jars)
                        .anyMatch(jar -> process.info().commandLine().orElse("").contains(jar)))
                .toList();
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(victim -> victim.onExit().join());
        return victims;
    }

    /** Starts it again on what was left. */
    void startAgain() {
        launcher = launch();
    }

    /** The first summary that says ready. */
    Rest.Answer awaitSummary(Rest reader, List<Rest.Answer> before) {
        return Eventually.answers(
                START,
                "GET /api/v1/summary answers 200 (logs are in " + folder + ")",
                () -> {
                    if (!launcher.isAlive()) {
                        throw new AssertionError("the launcher ended with " + launcher.exitValue() + "; see " + folder);
                    }
                    Rest.Answer answer = reader.get("/api/v1/summary");
                    before.add(answer);
                    return answer;
                },
                answer -> answer.status() == 200);
    }

    private Process launch() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-jar",
                ROOT.resolve("launcher/target/breakwater-launcher.jar").toString());
        builder.environment().put("BREAKWATER_DATA_DIR", data().toString());
        builder.environment().put("BREAKWATER_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("BREAKWATER_DEMO", "true");
        builder.environment().put("SERVER_PORT", String.valueOf(httpPort));
        builder.environment().put("BREAKWATER_LINK_PORT", String.valueOf(linkPort));
        try {
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("launcher.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, with everything that a launcher which was killed has left. */
    void stop() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        parts().forEach(ProcessHandle::destroyForcibly);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
