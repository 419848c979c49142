package dev.breakwater.central.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.CentralServer;
import dev.breakwater.central.testing.CentralDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clusters over HTTP in the whole of central, as it starts in production. */
class ClustersRestIT {

    @EnableAutoConfiguration
    @Import(CentralServer.class)
    static class WholeCentral {}

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    private static final JsonMapper JSON = new JsonMapper();

    private static ConfigurableApplicationContext central;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        central = new SpringApplicationBuilder(WholeCentral.class)
                .run(
                        "--server.port=0",
                        "--breakwater.link.port=0",
                        "--breakwater.master-key=" + RunningFleet.MASTER_KEY,
                        "--breakwater.access.admin-password=admin-password-of-tests",
                        "--breakwater.access.analyst-password=analyst-password-of-tests",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username());
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        central.close();
    }

    @Test
    void createsListsAndRemovesAClusterAndItsTokens() throws Exception {
        HttpResponse<String> created = post("admin", "/api/v1/clusters", "{\"name\":\"rest\",\"environment\":\"lab\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode made = JSON.readTree(created.body());
        String id = made.get("id").asString();
        assertThat(made.propertyNames())
                .contains("id", "name", "enrolmentToken", "expiresAt", "linkAddress", "helmCommand", "sensorCommand");

        JsonNode row = JSON.readTree(
                        get("admin", "/api/v1/clusters?q=environment:lab").body())
                .get("items")
                .get(0);
        assertThat(row.get("name").asString()).isEqualTo("rest");
        assertThat(row.get("health").get("word").asString()).isEqualTo("NEVER_CONNECTED");

        assertThat(post("admin", "/api/v1/clusters/" + id + "/tokens", "").statusCode())
                .isEqualTo(201);
        JsonNode view = JSON.readTree(get("admin", "/api/v1/clusters/rest").body());
        assertThat(view.get("tokens").size()).isEqualTo(2);
        String token = view.get("tokens").get(0).get("id").asString();
        assertThat(post("admin", "/api/v1/clusters/" + id + "/tokens/" + token + "/revoke", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(post("admin", "/api/v1/clusters/" + id + "/revoke", "").statusCode())
                .isEqualTo(204);

        assertThat(delete("/api/v1/clusters/" + id).statusCode()).isEqualTo(400);
        assertThat(delete("/api/v1/clusters/" + id + "?name=other").statusCode())
                .isEqualTo(400);
        assertThat(delete("/api/v1/clusters/" + id + "?name=rest").statusCode()).isEqualTo(204);
        assertThat(get("admin", "/api/v1/clusters/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void answersBadInputWithAProblemThatNamesTheField() throws Exception {
        for (Map.Entry<String, Integer> bad : Map.of("{\"name\":\"Not A Label\"}", 400, "{}", 400, "nonsense", 400)
                .entrySet()) {
            HttpResponse<String> answer = post("admin", "/api/v1/clusters", bad.getKey());
            assertThat(answer.statusCode()).isEqualTo(bad.getValue());
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
        JsonNode problem = JSON.readTree(
                post("admin", "/api/v1/clusters", "{\"name\":\"Not A Label\"}").body());
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("name");
        post("admin", "/api/v1/clusters", "{\"name\":\"twice\"}");
        assertThat(post("admin", "/api/v1/clusters", "{\"name\":\"twice\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void letsAnAnalystReadOnly() throws Exception {
        assertThat(get("analyst", "/api/v1/clusters").statusCode()).isEqualTo(200);
        assertThat(post("analyst", "/api/v1/clusters", "{\"name\":\"forbidden\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return send(request(user, path).GET());
    }

    private static HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(request("admin", path).DELETE());
    }

    private static HttpResponse<String> post(String user, String path, String body)
            throws IOException, InterruptedException {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String user, String path) {
        String credentials = user + ":" + user + "-password-of-tests";
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + central.getEnvironment().getProperty("local.server.port") + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
