package dev.breakwater.scanner.registry;

import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.source.BoundedRead;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to a registry's challenges: a password as it is, or a token that its token server gives for it (Docker "Token Authentication
 * Specification", and "OAuth2 token authentication" for identity tokens). Tokens are kept for the time of a scan, by scope.
 */
final class Tokens {

    private static final int MOST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RegistryAccess access;
    private final Connection connection;
    private final Map<String, String> byScope = new ConcurrentHashMap<>();

    Tokens(RegistryAccess access, Connection connection) {
        this.access = access;
        this.connection = connection;
    }

    /** The value of the header for a scope, empty = none is known yet. */
    String known(String scope) {
        return byScope.getOrDefault(scope, "");
    }

    /**
     * Answers a challenge.
     *
     * @throws ScanFailed if the credentials are not taken, or there are none and some are wanted
     */
    String answer(Challenge challenge, String scope) throws IOException {
        String header = challenge.scheme().equals("basic") ? basic() : "Bearer " + token(challenge, scope);
        byScope.put(scope, header);
        return header;
    }

    private String basic() throws ScanFailed {
        if (access.user().isEmpty()) {
            throw new ScanFailed(Reason.UNAUTHORISED, access.host() + " wants a name and a password");
        }
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((access.user() + ":" + access.password()).getBytes(StandardCharsets.UTF_8));
    }

    private String token(Challenge challenge, String scope) throws IOException {
        URI realm;
        try {
            realm = URI.create(challenge.parameter("realm"));
        } catch (IllegalArgumentException e) {
            throw new ScanFailed(Reason.UNREACHABLE, access.host() + " names a token server that is no address", e);
        }
        connection.allow(realm, access.host());
        String service = challenge.parameter("service");
        // What the registry asks for is asked for, if it says so.
        String asked = challenge.parameter("scope").isEmpty() ? scope : challenge.parameter("scope");
        byte[] bytes = BoundedRead.of(send(realm, service, asked), MOST, "the token");
        try {
            JsonNode answer = JSON.readTree(bytes);
            String token =
                    answer.path("token").asString(answer.path("access_token").asString(""));
            if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new ScanFailed(Reason.UNAUTHORISED, realm.getHost() + " gives no token");
            }
            return token;
        } catch (JacksonException e) {
            throw new ScanFailed(Reason.UNREACHABLE, realm.getHost() + " answers with no token but something else", e);
        }
    }

    private InputStream send(URI realm, String service, String scope) throws IOException {
        HttpResponse<InputStream> response;
        if (!access.token().isEmpty()) {
            response = connection.post(
                    realm,
                    "grant_type=refresh_token&client_id=breakwater&service=" + encoded(service) + "&scope="
                            + encoded(scope) + "&refresh_token=" + encoded(access.token()));
        } else {
            String query = (realm.getRawQuery() == null ? "" : realm.getRawQuery() + "&") + "service="
                    + encoded(service) + "&scope=" + encoded(scope);
            URI asked = URI.create(realm.getScheme() + "://" + realm.getRawAuthority()
                    + (realm.getRawPath() == null ? "" : realm.getRawPath()) + "?" + query);
            response = connection.get(asked, "GET", Map.of(), access.user().isEmpty() ? "" : basic());
        }
        int status = response.statusCode();
        if (status == 200) {
            return response.body();
        }
        response.body().close();
        if (status == 401 || status == 403 || status == 400) {
            throw new ScanFailed(
                    Reason.UNAUTHORISED,
                    realm.getHost()
                            + (access.user().isEmpty() && access.token().isEmpty()
                                    ? " gives no token to those without a name"
                                    : " does not take these credentials"));
        }
        throw new ScanFailed(
                status == 429 ? Reason.BUSY : Reason.UNREACHABLE, realm.getHost() + " answers with status " + status);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
