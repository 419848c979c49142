package dev.breakwater.sensor.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A small HTTP proxy that knows {@code CONNECT} and nothing else. It leads every name to the one port behind it, as a proxy does that
 * alone can resolve central's name.
 */
final class ConnectProxy implements AutoCloseable {

    /** The first line of each request, in the order in which they came. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int behind;
    private final String account;

    /** @param account {@code user:password} that it asks for, empty = none */
    ConnectProxy(int behind, String account) throws IOException {
        this.behind = behind;
        this.account = account;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            List<String> head = head(client.getInputStream()).lines().toList();
            requests.add(head.getFirst());
            if (!account.isEmpty()
                    && !head.contains("Proxy-Authorization: Basic " + encoded())
                    && !head.contains("proxy-authorization: Basic " + encoded())) {
                answer(client, "407 Proxy Authentication Required");
                return;
            }
            try (Socket central = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                answer(client, "200 Connection established");
                Thread back = Thread.ofVirtual().start(() -> pump(central, client));
                pump(client, central);
                back.join();
            }
        } catch (IOException | InterruptedException e) {
            // One of the two ends is gone, and with it the tunnel.
        }
    }

    private String encoded() {
        return Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() > 8_192) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // The other end is gone.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
