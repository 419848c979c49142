package dev.breakwater.sensor.watch.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Kubernetes API, empty, whose account may read only what was granted: all else is answered by 403, as RBAC does. */
final class RestrictedApi implements AutoCloseable {

    /** Plural names of what may be read. */
    final Set<String> granted = ConcurrentHashMap.newKeySet();

    /** API groups that are served. */
    final Set<String> groups = ConcurrentHashMap.newKeySet();

    /** Paths that were asked for, without their queries. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    /** Paths of lists with their queries. */
    final List<String> lists = new CopyOnWriteArrayList<>();

    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    RestrictedApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        try (exchange) {
            if (path.equals("/version")) {
                send(exchange, 200, "{\"gitVersion\":\"v1.20.2\",\"major\":\"1\",\"minor\":\"20\"}");
            } else if (path.matches("/apis/[^/]+")) {
                // Which groups there are is told to every account.
                String group = path.substring("/apis/".length());
                send(
                        exchange,
                        groups.contains(group) ? 200 : 404,
                        "{\"kind\":\"APIGroup\",\"apiVersion\":\"v1\",\"name\":\"" + group + "\",\"versions\":[]}");
            } else if (!granted.contains(path.substring(path.lastIndexOf('/') + 1))) {
                send(exchange, 403, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":403}");
            } else if (exchange.getRequestHeaders().containsKey("Upgrade")) {
                // No WebSocket: the client then watches by plain HTTP.
                send(exchange, 200, "");
            } else if (String.valueOf(exchange.getRequestURI().getQuery()).contains("watch=true")) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().flush();
                closing.await();
            } else {
                lists.add(exchange.getRequestURI().toString());
                send(
                        exchange,
                        200,
                        "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
