package dev.breakwater.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** An image with what cosign pushes beside it, served as the distribution API of OCI has it, on loopback. */
final class SignedImage implements AutoCloseable {

    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final HttpServer server;
    private final Map<String, byte[]> blobs = new HashMap<>();
    private final Map<String, byte[]> manifests = new HashMap<>();
    private final String digest;

    SignedImage() throws IOException, GeneralSecurityException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/", this::answer);
        server.start();
        String config =
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"config\":{},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        digest = manifest("1", config, "application/vnd.oci.image.config.v1+json", "");
    }

    String reference() {
        return "127.0.0.1:" + server.getAddress().getPort() + "/shop/web:1";
    }

    /** What cosign signs. */
    byte[] payload() {
        return ("{\"critical\":{\"identity\":{\"docker-reference\":\"shop/web\"},\"image\":{\"docker-manifest-digest\":\""
                        + digest + "\"},\"type\":\"cosign container image signature\"},\"optional\":null}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @param annotations of the layer that carries the payload, JSON */
    void sign(String annotations) throws GeneralSecurityException {
        byte[] payload = payload();
        String layer = "{\"mediaType\":\"application/vnd.dev.cosign.simplesigning.v1+json\",\"digest\":\""
                + keep(payload) + "\",\"size\":" + payload.length + ",\"annotations\":" + annotations + "}";
        manifest(digest.replace(':', '-') + ".sig", "{}", "application/vnd.oci.image.config.v1+json", layer);
    }

    private String manifest(String tag, String config, String configType, String layers)
            throws GeneralSecurityException {
        byte[] bytes = config.getBytes(StandardCharsets.UTF_8);
        byte[] manifest = ("{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST + "\",\"config\":{\"mediaType\":\""
                        + configType + "\",\"digest\":\"" + keep(bytes) + "\",\"size\":" + bytes.length
                        + "},\"layers\":[" + layers + "]}")
                .getBytes(StandardCharsets.UTF_8);
        manifests.put(tag, manifest);
        manifests.put(sha256(manifest), manifest);
        return sha256(manifest);
    }

    private String keep(byte[] blob) throws GeneralSecurityException {
        blobs.put(sha256(blob), blob);
        return sha256(blob);
    }

    static String sha256(byte[] bytes) throws GeneralSecurityException {
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        byte[] found = path.contains("/manifests/")
                ? manifests.get(name)
                : path.contains("/blobs/") ? blobs.get(name) : path.equals("/v2/") ? new byte[0] : null;
        if (path.contains("/manifests/")) {
            exchange.getResponseHeaders().set("Content-Type", MANIFEST);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(
                found == null ? 404 : 200, found == null || head || found.length == 0 ? -1 : found.length);
        if (found != null && !head && found.length > 0) {
            exchange.getResponseBody().write(found);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
