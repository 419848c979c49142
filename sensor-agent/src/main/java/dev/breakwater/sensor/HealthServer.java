package dev.breakwater.sensor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Answers what keeps the sensor running: {@code /livez} (200 while every cluster is read and has its link), {@code /readyz} (200
 * while central has everything) and {@code /metrics} (Prometheus text). It tells counts and names of clusters, nothing of what they
 * hold, and takes nothing in.
 */
final class HealthServer implements AutoCloseable {

    private static final int BACKLOG = 16;

    private record Answer(int status, String text) {}

    private final HttpServer server;

    private HealthServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens on all addresses, since a kubelet and Prometheus ask from outside.
     *
     * @param port 0 = any free one
     * @throws IOException if the port is taken
     */
    static HealthServer start(int port, Sensor sensor) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
        } catch (IOException e) {
            throw new IOException("--health-port " + port + " cannot be used: " + e.getMessage(), e);
        }
        serve(server, "/livez", () -> word(sensor.stopped()));
        serve(server, "/readyz", () -> word(sensor.unready()));
        serve(server, "/metrics", () -> new Answer(200, SensorMetrics.of(sensor)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new HealthServer(server);
    }

    private static Answer word(String trouble) {
        return trouble.isEmpty() ? new Answer(200, "ok\n") : new Answer(503, trouble + "\n");
    }

    private static void serve(HttpServer server, String path, Supplier<Answer> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                send(exchange, exchange.getRequestURI().getPath().equals(path) ? answer.get() : new Answer(404, ""));
            }
        });
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (!head && !exchange.getRequestMethod().equals("GET")) {
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
