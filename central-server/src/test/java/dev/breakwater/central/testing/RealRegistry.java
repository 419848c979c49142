package dev.breakwater.central.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Debian's docker-registry as a process on a free port of loopback. Tests skip where it is not installed. */
public final class RealRegistry implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private RealRegistry(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts an empty one that keeps its data in a folder. */
    public static RealRegistry start(Path folder) {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "docker-registry is not installed");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            Path config = folder.resolve("config.yml");
            Files.writeString(config, """
                    version: 0.1
                    log: {level: error}
                    storage: {filesystem: {rootdirectory: %s}, delete: {enabled: true}}
                    http: {addr: "127.0.0.1:%d"}
                    """.formatted(folder.resolve("data"), port));
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
            return new RealRegistry(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** As it stands in names of images. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /**
     * Pushes an image of one layer.
     *
     * @param files contents by path
     * @param created when its configuration says it was built
     * @return the digest of its manifest
     */
    public String push(String repository, String tag, Map<String, String> files, String created) {
        byte[] tar = tar(files);
        byte[] layer = gzip(tar);
        byte[] config = """
                {"architecture":"amd64","os":"linux","created":"%s","config":{"User":"1000","Labels":{"team":"shop"}},
                 "rootfs":{"type":"layers","diff_ids":["%s"]},
                 "history":[{"created":"%s","created_by":"COPY . / # buildkit"}]}
                """.formatted(created, digest(tar), created).getBytes(StandardCharsets.UTF_8);
        blob(repository, layer);
        blob(repository, config);
        byte[] manifest = """
                {"schemaVersion":2,"mediaType":"%s",
                 "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"%s","size":%d},
                 "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"%s","size":%d}]}
                """.formatted(MANIFEST, digest(config), config.length, digest(layer), layer.length)
                .getBytes(StandardCharsets.UTF_8);
        expect(
                201,
                HttpRequest.newBuilder(uri("/v2/" + repository + "/manifests/" + tag))
                        .header("Content-Type", MANIFEST)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(manifest)));
        return digest(manifest);
    }

    /**
     * Signs an image as {@code cosign sign} does: under the tag that stands for the signatures of its digest.
     *
     * @param certificate of the key, PEM, empty = none
     */
    public void sign(String repository, String digest, SigningKey key, String certificate) {
        byte[] payload = SigningKey.payload(repository, digest);
        sign(repository, digest, payload, key.sign(payload), certificate, "");
    }

    /** The same, recorded by a transparency log at an instant. */
    public void sign(
            String repository, String digest, SigningKey key, String certificate, SigningKey log, Instant recordedAt) {
        byte[] payload = SigningKey.payload(repository, digest);
        String signature = key.sign(payload);
        sign(
                repository,
                digest,
                payload,
                signature,
                certificate,
                log.record(digest(payload), signature, certificate, recordedAt));
    }

    private void sign(
            String repository, String digest, byte[] payload, String signature, String certificate, String log) {
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        blob(repository, payload);
        blob(repository, config);
        String more = (certificate.isEmpty()
                        ? ""
                        : ",\"dev.sigstore.cosign/certificate\":\""
                                + certificate.replace("\r", "").replace("\n", "\\n") + "\"")
                + (log.isEmpty() ? "" : ",\"dev.sigstore.cosign/bundle\":\"" + log.replace("\"", "\\\"") + "\"");
        byte[] manifest = """
                {"schemaVersion":2,"mediaType":"%s",
                 "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"%s","size":%d},
                 "layers":[{"mediaType":"application/vnd.dev.cosign.simplesigning.v1+json","digest":"%s","size":%d,
                 "annotations":{"dev.cosignproject.cosign/signature":"%s"%s}}]}
                """.formatted(
                        MANIFEST, digest(config), config.length, digest(payload), payload.length, signature, more)
                .getBytes(StandardCharsets.UTF_8);
        expect(
                201,
                HttpRequest.newBuilder(uri("/v2/" + repository + "/manifests/" + digest.replace(':', '-') + ".sig"))
                        .header("Content-Type", MANIFEST)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(manifest)));
    }

    /** The files of a Debian image with these packages. */
    public static Map<String, String> debian(Map<String, String> packages) {
        StringBuilder status = new StringBuilder();
        new TreeMap<>(packages)
                .forEach((name, version) -> status.append("Package: ")
                        .append(name)
                        .append("\nStatus: install ok installed\nVersion: ")
                        .append(version)
                        .append("\nArchitecture: amd64\n\n"));
        return Map.of(
                "etc/os-release",
                "ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n",
                "var/lib/dpkg/status",
                status.toString());
    }

    private void blob(String repository, byte[] bytes) {
        HttpResponse<String> started = expect(
                202,
                HttpRequest.newBuilder(uri("/v2/" + repository + "/blobs/uploads/"))
                        .POST(HttpRequest.BodyPublishers.noBody()));
        String location = started.headers().firstValue("Location").orElseThrow();
        expect(
                201,
                HttpRequest.newBuilder(URI.create(location + "&digest=" + digest(bytes)))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private URI uri(String path) {
        return URI.create("http://" + host() + path);
    }

    private HttpResponse<String> expect(int status, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != status) {
                throw new IllegalStateException(
                        "the registry answers " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] tar(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                // The same files are the same layer, whenever they are packed.
                entry.setModTime(0L);
                entry.setSize(content.length);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
