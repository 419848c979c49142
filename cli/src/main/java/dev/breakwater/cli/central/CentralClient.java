package dev.breakwater.cli.central;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls the REST API of a central. Bounded in time and size; redirects are not followed, since the token would go along. A call
 * is repeated only if central did not take it: it was not reached, or said itself (503) that nothing was done.
 */
public final class CentralClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final String JSON = "application/json";
    private static final int ATTEMPTS = 3;
    private static final int MOST_BYTES = 128 * 1024 * 1024;

    private final URI endpoint;
    private final String token;
    private final HttpClient http;

    private CentralClient(URI endpoint, String token, HttpClient http) {
        this.endpoint = endpoint;
        this.token = token;
        this.http = http;
    }

    /**
     * A client of one central.
     *
     * @param endpoint where its console is, {@code https://breakwater.example.com}; a path before {@code /api} is kept
     * @param token an API token
     * @param caFile certificates (PEM) to trust in place of those of the Java installation
     * @throws IOException if the certificates cannot be read
     */
    public static CentralClient of(URI endpoint, String token, @Nullable Path caFile) throws IOException {
        HttpClient.Builder http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(Redirect.NEVER)
                .proxy(EnvironmentProxies.of(System.getenv()));
        if (caFile != null) {
            http.sslContext(TrustedFile.context(caFile));
        }
        return new CentralClient(endpoint, token, http.build());
    }

    /**
     * Reads.
     *
     * @param path below the endpoint, such as {@code /api/v1/policies}
     * @param query parameters; those whose value is empty are left out
     * @throws CentralFailure if central is not reached or refuses
     */
    public JsonNode get(String path, Map<String, String> query) throws IOException {
        return parsed(call("GET", path, query, JSON, "", BodyPublishers.noBody()));
    }

    /**
     * Reads something that is no JSON.
     *
     * @param mediaType of what is wanted, a text
     * @throws CentralFailure if central is not reached or refuses
     */
    public String text(String path, Map<String, String> query, String mediaType) throws IOException {
        byte[] body = call("GET", path, query, mediaType, "", BodyPublishers.noBody());
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Sends.
     *
     * @param contentType of the body
     * @return what central answers; missing if that is nothing
     * @throws CentralFailure if central is not reached or refuses
     */
    public JsonNode send(String method, String path, Map<String, String> query, String contentType, byte[] body)
            throws IOException {
        return parsed(call(method, path, query, JSON, contentType, BodyPublishers.ofByteArray(body)));
    }

    /**
     * Sends a file as a form with one part.
     *
     * @param part the name of the part
     * @return what central answers; missing if that is nothing
     * @throws CentralFailure if central is not reached or refuses
     */
    public JsonNode sendFile(String path, String part, Path file) throws IOException {
        String boundary = "bwctl-" + UUID.randomUUID();
        String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return parsed(call("POST", path, Map.of(), JSON, "multipart/form-data; boundary=" + boundary, body));
    }

    private byte[] call(
            String method,
            String path,
            Map<String, String> query,
            String accepted,
            String contentType,
            BodyPublisher body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path, query))
                .timeout(ANSWER)
                .header("Accept", accepted + ", application/problem+json")
                .header("Authorization", "Bearer " + token)
                .method(method, body);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return attempt(request.build());
    }

    private byte[] attempt(HttpRequest request) throws IOException {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == ATTEMPTS;
            Duration wait = Duration.ofSeconds(attempt);
            try {
                HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
                byte[] body = read(answer);
                int status = answer.statusCode();
                if (status >= 200 && status < 300) {
                    return body;
                }
                if (status != 503 || last) {
                    throw Refusals.of(endpoint, answer, body);
                }
                wait = retryAfter(answer);
            } catch (ConnectException | HttpConnectTimeoutException e) {
                if (last) {
                    throw new CentralFailure("central at " + endpoint + " cannot be reached" + detail(e), e);
                }
            } catch (HttpTimeoutException e) {
                throw new CentralFailure(
                        "central at " + endpoint + " did not answer within " + ANSWER.toSeconds() + " s", e);
            } catch (SSLException e) {
                throw new CentralFailure(
                        "the certificate of " + endpoint + " is not trusted, or it speaks no TLS" + detail(e)
                                + "; --ca-file names the certificates to trust",
                        e);
            } catch (CentralFailure e) {
                throw e;
            } catch (IOException e) {
                throw new CentralFailure("the connection to central at " + endpoint + " broke" + detail(e), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CentralFailure("interrupted while waiting for central", e);
            }
            pause(wait);
        }
    }

    private byte[] read(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new CentralFailure(
                        answer.statusCode(),
                        "central at " + endpoint + " answered with more than " + MOST_BYTES + " bytes");
            }
            return body;
        }
    }

    private JsonNode parsed(byte[] body) throws CentralFailure {
        try {
            return body.length == 0
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new CentralFailure("what answers at " + endpoint + " is no central: it does not speak its JSON", e);
        }
    }

    private URI address(String path, Map<String, String> query) {
        StringBuilder address = new StringBuilder(endpoint.toString().replaceAll("/+$", "")).append(path);
        char separator = '?';
        for (Map.Entry<String, String> parameter : new TreeMap<>(query).entrySet()) {
            if (!parameter.getValue().isEmpty()) {
                address.append(separator)
                        .append(parameter.getKey())
                        .append('=')
                        .append(java.net.URLEncoder.encode(
                                parameter.getValue(), java.nio.charset.StandardCharsets.UTF_8));
                separator = '&';
            }
        }
        return URI.create(address.toString());
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        long seconds = answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse(2L);
        return seconds < LONGEST_WAIT.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST_WAIT;
    }

    private static void pause(Duration wait) throws CentralFailure {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CentralFailure("interrupted while waiting for central", e);
        }
    }

    private static String detail(Throwable failure) {
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
    }
}
