package dev.breakwater.sensor.node;

import dev.breakwater.scanner.MachineCodec;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Brings evidence to central over REST, with a token that may do nothing else. */
public final class CentralApi {

    private static final int MOST_TOKEN_BYTES = 4_096;
    private static final int SHOWN = 300;
    private static final Pattern ORDER = Pattern.compile("\"order\"\\s*:\\s*\"[0-9a-f-]{36}\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI central;
    private final Path tokenFile;
    private final String cluster;
    private final HttpClient client;

    /**
     * @param central such as {@code https://breakwater.example.com}
     * @param tokenFile read anew each time, so that a token can be replaced
     * @param cluster name or id of the cluster
     */
    public CentralApi(URI central, Path tokenFile, String cluster, HttpClient client) {
        this.central = central;
        this.tokenFile = tokenFile;
        this.cluster = cluster;
        this.client = client;
    }

    /** Central did not take it. */
    public static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final boolean soon;

        Refused(String message, boolean soon) {
            super(message);
            this.soon = soon;
        }

        /** Whether the same may be taken soon, as against after somebody changed something. */
        public boolean soon() {
            return soon;
        }
    }

    /**
     * Sends evidence of a node.
     *
     * @throws Refused if central does not take it
     * @throws IOException if central cannot be reached
     */
    public void send(byte[] json, String node) throws IOException, InterruptedException {
        if (json.length > MachineCodec.MOST) {
            throw new Refused("the evidence has " + json.length + " bytes", false);
        }
        HttpResponse<String> answer =
                post("/api/v1/nodes/evidence", node, HttpRequest.BodyPublishers.ofByteArray(json));
        int status = answer.statusCode();
        if (status != 201) {
            String body = answer.body().strip();
            throw new Refused(
                    "central answered " + status + ": " + body.substring(0, Math.min(SHOWN, body.length())),
                    status >= 500 || status == 429 || status == 404);
        }
    }

    /**
     * Asks whether somebody wants the node's machine looked at anew.
     *
     * @throws Refused if central does not answer that, being older perhaps
     * @throws IOException if central cannot be reached
     */
    public boolean wantsLook(String node) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/api/v1/nodes/looks", node, HttpRequest.BodyPublishers.noBody());
        if (answer.statusCode() != 200) {
            throw new Refused("central answered " + answer.statusCode(), true);
        }
        return ORDER.matcher(answer.body()).find();
    }

    private HttpResponse<String> post(String path, String node, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        String base = central.toString().replaceFirst("/+$", "");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(base + path + "?cluster=" + encoded(cluster) + "&node=" + encoded(node)))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String token() throws IOException {
        if (Files.size(tokenFile) > MOST_TOKEN_BYTES) {
            throw new IOException(
                    tokenFile + " has more than " + MOST_TOKEN_BYTES + " bytes; it should hold the token only");
        }
        String token = Files.readString(tokenFile).strip();
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw new IOException(tokenFile + " holds no token");
        }
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
