package dev.breakwater.central.testing;

import dev.breakwater.central.access.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the REST API over HTTP as a client would. */
public class Api {

    public static final String ADMIN_PASSWORD = "correct horse battery";
    public static final String ANALYST_PASSWORD = "only to look at it";

    /** {@code Authorization} of the administrator. */
    public static final String ADMIN = basic("admin", ADMIN_PASSWORD);

    /** {@code Authorization} of the analyst. */
    public static final String ANALYST = basic("analyst", ANALYST_PASSWORD);

    /** An answer. */
    public record Answer(int status, String contentType, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final Environment environment;
    private final HttpClient client = HttpClient.newHttpClient();

    Api(Environment environment) {
        this.environment = environment;
    }

    public static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A value for a query string. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public Answer get(String path) {
        return call("GET", path, ADMIN, null);
    }

    /** A form with texts and one file. */
    public Answer form(
            String path,
            String authorization,
            Map<String, String> texts,
            String fileName,
            String type,
            byte[] content) {
        String boundary = "breakwater-form";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        texts.forEach((name, text) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path, authorization)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /**
     * Makes a call.
     *
     * @param authorization {@code null} = nobody
     * @param json the body, {@code null} = none
     */
    public Answer call(String method, String path, @Nullable String authorization, @Nullable String json) {
        HttpRequest.Builder request = request(path, authorization)
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    /** {@code Authorization} of a new API token. */
    public String token(Role role) {
        Answer made = call(
                "POST", "/api/v1/api-tokens", ADMIN, "{\"name\":\"t\",\"role\":\"" + role + "\",\"expiresInDays\":1}");
        return "Bearer " + made.json().get("secret").asString();
    }

    public HttpRequest.Builder request(String path, @Nullable String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
