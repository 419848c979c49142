package dev.breakwater.central.notification.internal.send;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real receiver of webhooks on this machine. */
final class Receiver implements AutoCloseable {

    /** A request that arrived. */
    record Request(String path, com.sun.net.httpserver.Headers headers, byte[] body) {

        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** What is answered. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final String scheme;
    private volatile Answer answer = status(204);

    private Receiver(@Nullable SSLContext tls) {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
            if (tls == null) {
                server = HttpServer.create(any, 0);
            } else {
                HttpsServer https = HttpsServer.create(any, 0);
                https.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = https;
            }
            scheme = tls == null ? "http" : "https";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(new Request(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.start();
    }

    static Receiver plain() {
        return new Receiver(null);
    }

    static Receiver tls(SSLContext context) {
        return new Receiver(context);
    }

    static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static Answer status(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    String url() {
        return url("127.0.0.1");
    }

    String url(String host) {
        return scheme + "://" + host + ":" + server.getAddress().getPort() + "/hook";
    }

    void answers(Answer other) {
        answer = other;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    void clear() {
        requests.clear();
        answer = status(204);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
