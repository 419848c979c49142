package dev.breakwater.feeds.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of HTTP that stands here. */
class FeedFetcherTest {

    private static final FetchLimits LIMITS = new FetchLimits(1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    private HttpServer server;
    private ExecutorService threads;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final FeedFetcher fetcher = new FeedFetcher(LIMITS, AddressRule.ANY, null);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/feed", this::feed);
        server.createContext("/moved", exchange -> redirect(exchange, "/feed"));
        server.createContext("/circle", exchange -> redirect(exchange, "/circle"));
        server.createContext("/large", FeedFetcherTest::large);
        server.createContext("/broken", FeedFetcherTest::broken);
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void fetchesOnceAndThenOnlyWhatChanged() throws IOException {
        Path target = folder.resolve("feed.json");

        FeedFetcher.Fetched first = fetcher.fetch(address("/moved"), Validators.NONE, target);
        FeedFetcher.Fetched second = fetcher.fetch(address("/feed"), first.validators(), target);

        assertThat(first.changed()).isTrue();
        assertThat(first.bytes()).isEqualTo(7);
        assertThat(first.validators()).isEqualTo(new Validators("\"v1\"", "Wed, 26 Nov 2025 07:28:00 GMT"));
        assertThat(second.changed()).isFalse();
        assertThat(second.validators()).isEqualTo(first.validators());
        assertThat(target).hasContent("content");
        assertThat(asked).containsExactly("null null", "\"v1\" Wed, 26 Nov 2025 07:28:00 GMT");
    }

    @Test
    void keepsWhatIsThereWhereAFeedCannotBeHad() throws IOException {
        Path target = Files.writeString(folder.resolve("feed.json"), "before");

        assertThatThrownBy(() -> fetcher.fetch(address("/missing"), Validators.NONE, target))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("status 404");
        assertThatThrownBy(() -> fetcher.fetch(address("/large"), Validators.NONE, target))
                .hasMessageContaining("more than the 1048576 bytes");
        assertThatThrownBy(() -> fetcher.fetch(address("/broken"), Validators.NONE, target))
                .hasMessageContaining("broke off");
        assertThatThrownBy(() -> fetcher.fetch(address("/circle"), Validators.NONE, target))
                .hasMessageContaining("more than 5 times");
        assertThatThrownBy(() -> fetcher.fetch(URI.create("file:///etc/passwd"), Validators.NONE, target))
                .hasMessageContaining("no address of a feed");

        assertThat(target).hasContent("before");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void asksNoAddressThatIsNotAllowed() {
        try (FeedFetcher outside = new FeedFetcher(LIMITS, one -> !one.isLoopbackAddress(), null)) {
            assertThatThrownBy(() -> outside.fetch(address("/feed"), Validators.NONE, folder.resolve("feed")))
                    .hasMessageContaining("127.0.0.1 is not allowed");
        }
        assertThat(asked).isEmpty();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void feed(HttpExchange exchange) throws IOException {
        String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
        asked.add(etag + " " + exchange.getRequestHeaders().getFirst("If-Modified-Since"));
        exchange.getResponseHeaders().set("ETag", "\"v1\"");
        exchange.getResponseHeaders().set("Last-Modified", "Wed, 26 Nov 2025 07:28:00 GMT");
        if ("\"v1\"".equals(etag)) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(200, 7);
            exchange.getResponseBody().write("content".getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void large(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 64; i++) {
                body.write(new byte[1 << 16]);
            }
        } catch (IOException closed) {
            // The client had enough.
        }
    }

    private static void broken(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
