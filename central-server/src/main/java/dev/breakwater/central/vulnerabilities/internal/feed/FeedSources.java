package dev.breakwater.central.vulnerabilities.internal.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Asks the configured addresses, by conditional requests: what has not changed is not sent again. */
@Component
class FeedSources {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSources.class);
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMinutes(15);

    /** Bytes of one feed. */
    private static final long LARGEST = 4L << 30;

    private final FeedProperties properties;
    private final FeedTable feeds;
    private final FeedImport imports;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    FeedSources(FeedProperties properties, FeedTable feeds, FeedImport imports) {
        this.properties = properties;
        this.feeds = feeds;
        this.imports = imports;
    }

    /** Asks each source once; one that fails does not keep from the others. */
    void ask() {
        for (Map.Entry<String, String> source : properties.sources().entrySet()) {
            try {
                ask(source.getKey(), URI.create(source.getValue()));
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("a feed could not be fetched: feed={}", source.getKey(), e);
                imports.failed(
                        source.getKey(),
                        source.getValue(),
                        "It cannot be fetched: " + e.getClass().getSimpleName() + " " + e.getMessage());
            } catch (DataAccessException e) {
                LOG.warn("a feed could not be taken and is tried again: feed={}", source.getKey(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void ask(String name, URI source) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(ANSWER);
        feeds.validators(name, source.toString()).ifPresent(had -> {
            if (!had.etag().isEmpty()) {
                request.header("If-None-Match", had.etag());
            }
            if (!had.lastModified().isEmpty()) {
                request.header("If-Modified-Since", had.lastModified());
            }
        });
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body();
                WorkFolder work = WorkFolder.make()) {
            if (answer.statusCode() == 304) {
                imports.unchanged(name);
                return;
            }
            if (answer.statusCode() != 200) {
                throw new IOException("the source answered " + answer.statusCode());
            }
            Path file = work.path().resolve(name + ending(source));
            copy(body, file);
            imports.take(new FileContent(
                    name,
                    source.toString(),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.headers().firstValue("Last-Modified").orElse(""),
                    null,
                    file));
        }
    }

    private static String ending(URI source) {
        String path = String.valueOf(source.getPath());
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot < 0 ? "" : file.substring(dot).replaceAll("[^A-Za-z0-9.]", "");
    }

    private static void copy(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > LARGEST) {
                    throw new IOException("it is larger than " + (LARGEST >> 30) + " GiB");
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
