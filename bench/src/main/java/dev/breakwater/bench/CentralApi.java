package dev.breakwater.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls of a measurement, over the REST API that everybody uses. */
public final class CentralApi {

    public static final String PASSWORD = "bench-password-1";

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** A cluster that was added. */
    public record Cluster(UUID id, String name, String token) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String base;
    private String authorization = "";

    public CentralApi(String base) {
        this.base = base;
    }

    public boolean isReady() throws IOException, InterruptedException {
        try {
            return send(request("/actuator/health/readiness").GET()).statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Signs in once for a token: checking a password costs more than most of what is measured. */
    public void signIn() throws IOException, InterruptedException {
        authorization =
                "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        JsonNode token = post("/api/v1/api-tokens", Map.of("name", "bench", "role", "ADMIN", "expiresInDays", 1));
        authorization = "Bearer " + token.path("secret").asText();
    }

    public Cluster add(String name) throws IOException, InterruptedException {
        JsonNode created = post("/api/v1/clusters", Map.of("name", name));
        return new Cluster(
                UUID.fromString(created.path("id").asText()),
                name,
                created.path("enrolmentToken").asText());
    }

    /**
     * Switches more policies on.
     *
     * @param most of those that are off, the same ones each time
     */
    public void enablePolicies(int most) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        get("/api/v1/policies?pageSize=500&q=enabled:no")
                .path("items")
                .forEach(policy -> ids.add(policy.path("id").asText()));
        ids.sort(Comparator.naturalOrder());
        List<String> chosen = ids.subList(0, Math.min(most, ids.size()));
        if (!chosen.isEmpty()) {
            post("/api/v1/policies/switch", Map.of("ids", chosen, "enabled", true, "reason", "bench"));
        }
    }

    /** A body that was asked for, whatever it is. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(expect(send(request(path).GET())).body());
    }

    /** Where it is and what is sent to be known there. */
    public String base() {
        return base;
    }

    /** The token that {@link #signIn} got, as a header. */
    public String authorization() {
        return authorization;
    }

    public void remove(Cluster cluster) throws IOException, InterruptedException {
        expect(send(request("/api/v1/clusters/" + cluster.id() + "?name=" + cluster.name())
                .DELETE()));
    }

    /** 200 only once what was expected is read and judged; the body tells how far it is. */
    public JsonNode summary() throws IOException, InterruptedException {
        return json.readTree(send(request("/api/v1/summary").GET()).body());
    }

    /** The metrics of central in Prometheus' text form. */
    public String metrics() throws IOException, InterruptedException {
        return expect(send(request("/actuator/prometheus").GET())).body();
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return json.readTree(expect(send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))))
                .body());
    }

    /** Sends a JSON document as it is. */
    void post(String path, byte[] document) throws IOException, InterruptedException {
        expect(send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
