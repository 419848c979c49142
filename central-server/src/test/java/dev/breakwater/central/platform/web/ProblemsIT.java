package dev.breakwater.central.platform.web;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong, and wherever, the answer is one that a program can read. */
@CentralApplication
class ProblemsIT {

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Test
    void asksWhoIsNotSignedInToSignIn() {
        Answer answer = api.call("GET", "/api/v1/violations", null, null);
        assertProblem(answer, 401, "UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).contains("Basic", "Bearer");
        assertProblem(api.call("GET", "/api/v1/violations", Api.basic("nobody-here", "x"), null), 401, "UNAUTHORIZED");
        assertProblem(api.call("GET", "/api/v1/violations", "Basic !!!", null), 401, "UNAUTHORIZED");
        assertProblem(api.call("GET", "/api/v1/violations", "Bearer blw_forged", null), 401, "UNAUTHORIZED");
        assertProblem(api.call("GET", "/actuator/prometheus", null, null), 401, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/violations/x/y", "/api/v2/violations", "/api/", "/api"})
    void knowsNoOtherPaths(String path) {
        assertProblem(api.get(path), 404, "NOT_FOUND");
    }

    @Test
    void doesNotTellWhatIsMissingFromWhatIsHidden() {
        assertProblem(api.get("/api/v1/violations/" + UUID.randomUUID()), 404, "NOT_FOUND");
    }

    @Test
    void namesTheMethodsOfAPath() {
        Answer answer = api.call("DELETE", "/api/v1/violations", Api.ADMIN, null);
        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void takesJsonOnly() {
        HttpRequest form = api.request("/api/v1/users", Api.ADMIN)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("username=x"))
                .build();
        assertProblem(api.send(form), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void namesAPropertyThatNobodyReads() {
        Answer answer =
                api.call("POST", "/api/v1/clusters", Api.ADMIN, "{\"name\":\"mistyped\",\"enviroment\":\"prod\"}");
        assertProblem(answer, 400, "INVALID_REQUEST");
        assertThat(answer.body()).contains("enviroment", "allowed: only", "environment");
        assertProblem(api.get("/api/v1/clusters/mistyped"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"username":"zed","password":"a long password","role":0}            | role     | ADMIN, ANALYST
            {"username":"zed","password":"a long password","role":null}         | role     | ADMIN, ANALYST
            {"username":5,"password":"a long password","role":"ANALYST"}        | username | a text
            {"username":"zed","username":"ann","password":"p","role":"ANALYST"} | body     | JSON
            """)
    void takesABodyAsItIsWrittenOrNotAtAll(String body, String field, String allowed) {
        Answer answer = api.call("POST", "/api/v1/users", Api.ADMIN, body);
        assertProblem(answer, 400, "INVALID_REQUEST");
        JsonNode error = answer.json().get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("allowed").asString()).contains(allowed);
    }

    @Test
    void probesNeedNoAccount() {
        assertThat(api.call("GET", "/actuator/health/liveness", Api.basic("nobody", "x"), null)
                        .status())
                .isEqualTo(200);
        assertThat(api.call("GET", "/actuator/health/readiness", null, null).status())
                .isEqualTo(200);
    }

    @Test
    void givesJsonOnlyButProblemsAlways() {
        HttpRequest request = api.request("/api/v1/violations", Api.ADMIN)
                .header("Accept", "image/png")
                .build();
        Answer answer = api.send(request);
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.body()).doesNotContain("<html");
    }

    @Test
    void saysWhereABodyBreaks() {
        assertProblem(
                        api.call("POST", "/api/v1/users", Api.ADMIN, "{\"username\": \"x\",\n  oops}"),
                        400,
                        "INVALID_REQUEST")
                .names("body", "line 2", "well-formed JSON");
        assertProblem(api.call("POST", "/api/v1/users", Api.ADMIN, ""), 400, "INVALID_REQUEST");
        assertProblem(api.call("POST", "/api/v1/users", Api.ADMIN, "[1,2]"), 400, "INVALID_REQUEST")
                .names("body", "line 1", "a JSON object");
    }

    @Test
    void namesAPropertyAndWhatItMayBe() {
        assertProblem(
                        api.call(
                                "POST",
                                "/api/v1/users",
                                Api.ADMIN,
                                "{\"username\":\"x\",\"password\":\"y\",\"role\":\"ROOT\"}"),
                        400,
                        "INVALID_REQUEST")
                .names("role", "ROOT", "ADMIN, ANALYST");
        assertProblem(
                        api.call(
                                "POST",
                                "/api/v1/api-tokens",
                                Api.ADMIN,
                                "{\"name\":\"x\",\"role\":\"ADMIN\",\"expiresInDays\":\"soon\"}"),
                        400,
                        "INVALID_REQUEST")
                .names("expiresInDays", "soon", "a whole number");
        assertProblem(
                        api.call(
                                "POST",
                                "/api/v1/api-tokens",
                                Api.ADMIN,
                                "{\"name\":\"x\",\"role\":\"ADMIN\",\"expiresInDays\":9000}"),
                        400,
                        "INVALID_REQUEST")
                .names("expiresInDays", "9000", "366");
    }

    @Test
    void showsNoPasswordThatItRefuses() {
        Answer answer = api.call(
                "POST", "/api/v1/users", Api.ADMIN, "{\"username\":\"x\",\"password\":\"hunter2\",\"role\":\"ADMIN\"}");
        assertProblem(answer, 400, "INVALID_REQUEST").names("password", "(not shown)", "12 characters");
        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @Test
    void namesAParameterAndWhatItMayBe() {
        assertProblem(api.get("/api/v1/violations?pageSize=many"), 400, "INVALID_REQUEST")
                .names("pageSize", "many", "a whole number");
        assertProblem(api.get("/api/v1/violations?pageSize=501"), 400, "INVALID_REQUEST")
                .names("pageSize", "501", "1 to 500");
        assertProblem(api.get("/api/v1/violations?q=" + Api.encoded("severity:odd")), 400, "INVALID_REQUEST")
                .names("q/severity", "odd", "critical, high, medium, low");
        assertProblem(api.get("/api/v1/violations?sort=colour"), 400, "INVALID_REQUEST")
                .names("sort", "colour", "severity");
        assertProblem(api.get("/api/v1/violations?pageToken=zz"), 400, "INVALID_REQUEST")
                .names("pageToken", "zz", "nextPageToken");
        assertProblem(api.get("/api/v1/violations/not-an-id"), 400, "INVALID_REQUEST")
                .names("id", "not-an-id", "an id (UUID)");
    }

    @Test
    void refusesParametersThatItDoesNotKnow() {
        assertProblem(api.get("/api/v1/violations?severity=critical"), 400, "INVALID_REQUEST")
                .names("severity", "critical", "cluster, namespace, pageSize, pageToken, q, sort");
        assertProblem(api.get("/api/v1/violations?q=a&q=b"), 400, "INVALID_REQUEST")
                .names("q", "a, b", "given once");
        assertProblem(api.get("/api/v1/summary?x=1"), 400, "INVALID_REQUEST").names("x", "1", "no query parameter");
    }

    @Test
    void readsNoMoreThanItNeeds() {
        String large = "{\"username\":\"" + "x".repeat(1_200_000) + "\"}";
        assertProblem(api.call("POST", "/api/v1/users", Api.ADMIN, large), 413, "CONTENT_TOO_LARGE");
        HttpRequest chunked = api.request("/api/v1/users", Api.ADMIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> stream(large)))
                .build();
        assertProblem(api.send(chunked), 413, "CONTENT_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api//v1/violations HTTP/1.1",
                "GET /api/v1/violations;a=b HTTP/1.1",
                "GET /api/v1/%2e%2e/violations HTTP/1.1",
                "GET /api/v1/violations%00 HTTP/1.1",
                "GET /api/v1/violations?q=a|b HTTP/1.1",
                "GET /api/v1/violations%zz HTTP/1.1",
                "GET /api/v1/{x} HTTP/1.1",
                "TRACE /api/v1/violations HTTP/1.1",
                "BREW /api/v1/violations HTTP/1.1",
                "GET /api/v1/violations HTTP/9.9"
            })
    void answersWhatTheServerItselfRefuses(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nAccept: text/html\r\nAuthorization: " + Api.ADMIN
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (40[0-9]|50[15]).*").doesNotContainIgnoringCase("<html");
        if (answer.contains("\r\n\r\n{")) {
            JsonNode problem = JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n{") + 4));
            assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
            assertThat(problem.get("code").asString()).isNotBlank();
        } else {
            assertThat(answer).endsWith("\r\n\r\n");
        }
    }

    @Test
    void takesShortFormsByNameAndId() {
        fleet.present();
        String cluster = SmallFleet.CLUSTERS.getFirst();
        String namespace = SmallFleet.NAMESPACES.getLast();
        JsonNode byName = api.get("/api/v1/secrets?cluster=" + cluster + "&namespace=" + Api.encoded(namespace) + "&q="
                        + Api.encoded("name:secret-*"))
                .json();
        assertThat(byName.get("items").size()).isEqualTo(3);
        String namespaceId = api.get("/api/v1/namespaces?cluster=" + cluster + "&namespace=" + Api.encoded(namespace))
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        JsonNode byId = api.get("/api/v1/secrets?cluster=" + SmallFleet.id(cluster) + "&namespace=" + namespaceId)
                .json();
        assertThat(byId.get("items")).isEqualTo(byName.get("items"));
        for (String list : new String[] {"workloads", "violations", "service-accounts", "namespaces"}) {
            JsonNode items = api.get("/api/v1/" + list + "?pageSize=500&namespace=" + namespaceId)
                    .json()
                    .get("items");
            assertThat(items.size()).as(list).isPositive();
            JsonNode first = items.get(0).has("workload") ? items.get(0).get("workload") : items.get(0);
            assertThat(first.get(list.equals("namespaces") ? "name" : "namespace")
                            .asString())
                    .isEqualTo(namespace);
            assertThat(first.get("cluster").asString()).isEqualTo(cluster);
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", api.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
