package dev.breakwater.central.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An S3-compatible store on this machine (Adobe's S3Mock), as a process of its own, with one bucket. */
public final class BucketStore implements AutoCloseable {

    public static final String BUCKET = "reports";

    private static final Path JAR = Path.of("target/store/s3mock.jar");
    private static final long LONGEST_START = TimeUnit.MINUTES.toNanos(3);

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private BucketStore(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one and waits until it answers. */
    public static BucketStore started(Path work) {
        int port = freePort();
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx192m",
                            "-jar",
                            JAR.toAbsolutePath().toString(),
                            "--com.adobe.testing.s3mock.httpPort=" + port,
                            "--server.port=0",
                            "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
                            "--com.adobe.testing.s3mock.store.root=" + Files.createDirectories(work.resolve("store")))
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("store.log").toFile())
                    .start();
            BucketStore store = new BucketStore(process, port);
            store.awaitStart();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitStart() {
        long until = System.nanoTime() + LONGEST_START;
        try {
            while (!answers()) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the store ended by itself");
                }
                if (System.nanoTime() > until) {
                    close();
                    throw new IllegalStateException("the store did not start");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try {
            return get("").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** An object as it is kept. @param key without the bucket */
    public byte[] object(String key) {
        HttpResponse<byte[]> answer = get(key);
        if (answer.statusCode() != 200) {
            throw new AssertionError("no object " + key + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<byte[]> get(String key) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(endpoint() + "/" + BUCKET + "/" + key))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What listening says of the names of all objects. */
    public List<String> keys() {
        return java.util.regex.Pattern.compile("<Key>([^<]+)</Key>")
                .matcher(new String(get("?list-type=2").body(), java.nio.charset.StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
