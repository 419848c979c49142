package dev.breakwater.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real nginx before a running product, with the very configuration of the how-to but for its ports and files. */
final class Nginx implements AutoCloseable {

    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_stream_module.so");
    private static final Path HOW_TO = Product.ROOT.resolve("docs/how-to/put-behind-a-proxy.md");
    private static final Pattern CONFIGURATION = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private final Process process;
    private final int consolePort = Product.freePort();
    private final int linkPort = Product.freePort();

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.exists(MODULE);
    }

    Nginx(Path folder, Product product) throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(folder);
        makeCertificate(folder);
        Path file = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, product));
        process = new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        Eventually.answers(
                Duration.ofSeconds(10),
                "nginx listens; see " + folder,
                () -> accepts(consolePort) && accepts(linkPort),
                Boolean::booleanValue);
    }

    String url() {
        return "https://localhost:" + consolePort;
    }

    int linkPort() {
        return linkPort;
    }

    private String configuration(Path folder, Product product) throws IOException {
        Matcher written = CONFIGURATION.matcher(Files.readString(HOW_TO));
        if (!written.find()) {
            throw new AssertionError("no nginx configuration in " + HOW_TO);
        }
        String adapted = written.group(1)
                .replace("listen 443 ssl", "listen " + consolePort + " ssl")
                .replace("listen 9443;", "listen " + linkPort + ";")
                .replace("server_name breakwater.example.com", "server_name localhost")
                .replace("127.0.0.1:8080", product.url().replace("http://localhost", "127.0.0.1"))
                .replace("127.0.0.1:9443", "127.0.0.1:" + product.linkPort());
        String temporary = List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
                .map(name -> name + "_temp_path " + folder.resolve(name) + ";\n")
                .reduce("", String::concat);
        return """
                load_module %s;
                daemon off;
                worker_processes 1;
                pid %s;
                error_log %s;
                events {}
                """.formatted(MODULE, folder.resolve("nginx.pid"), folder.resolve("error.log"))
                + adapted.replaceFirst(
                        "http \\{",
                        Matcher.quoteReplacement(
                                "http {\naccess_log " + folder.resolve("access.log") + ";\n" + temporary));
    }

    /** The pair of files that the configuration names, by the tools of the JDK alone. */
    private static void makeCertificate(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("store.p12");
        Files.deleteIfExists(store);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "nginx",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new AssertionError("keytool made no certificate");
        }
        KeyStore made = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        writePem(
                folder.resolve("breakwater.crt"),
                "CERTIFICATE",
                made.getCertificate("nginx").getEncoded());
        writePem(
                folder.resolve("breakwater.key"),
                "PRIVATE KEY",
                made.getKey("nginx", "changeit".toCharArray()).getEncoded());
    }

    private static void writePem(Path file, String what, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(content), what));
    }

    private static boolean accepts(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
