package dev.breakwater.central.access;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may do what, over HTTP. */
@CentralApplication
class RolesIT {

    /** Reads that tell of people or of everything, besides all about notifications; the administrators' alone. */
    /** What says nothing without a parameter. */
    private static final Set<String> ASKED_FOR_MORE = Set.of(
            "/api/v1/me/views",
            "/api/v1/reports/schedule",
            "/api/v1/repositories",
            "/api/v1/vulnerabilities/findings",
            "/api/v1/vulnerabilities/packages",
            "/api/v1/nodes/vulnerabilities",
            "/api/v1/vex/documents/content",
            "/api/v1/vex/documents/statements");

    private static final Set<String> ADMIN_READS = Set.of(
            "/api/v1/users",
            "/api/v1/api-tokens",
            "/api/v1/audit-log",
            "/api/v1/system/diagnostics",
            "/api/v1/sealing/days/verification",
            "/api/v1/export");

    /** With all that lies below. */
    private static final Set<String> ADMIN_PLACES =
            Set.of("/api/v1/notif", "/api/v1/registries", "/api/v1/image-watches", "/api/v1/signature-verifiers");

    /** What is asked with a body and changes nothing. */
    private static final Set<String> ASKING =
            Set.of("/what-if", "/checks/manifests", "/policies/dry-run", "/policies/diff");

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void anAnalystReadsEveryListAndChangesNothing() {
        Set<String> reads = new TreeSet<>();
        long before = changes();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
                mappings.getHandlerMethods().entrySet()) {
            if (!mapping.getValue().getBeanType().getName().startsWith("dev.breakwater.")) {
                continue;
            }
            for (String pattern : mapping.getKey().getPatternValues()) {
                for (RequestMethod method :
                        mapping.getKey().getMethodsCondition().getMethods()) {
                    tryAsNobodyAndAnalyst(method, pattern);
                    if (method == RequestMethod.GET) {
                        reads.add(pattern);
                    }
                }
            }
        }
        assertThat(reads)
                .contains(
                        "/api/v1/clusters",
                        "/api/v1/violations",
                        "/api/v1/images",
                        "/api/v1/nodes",
                        "/api/v1/namespaces",
                        "/api/v1/secrets",
                        "/api/v1/service-accounts",
                        "/api/v1/policies",
                        "/api/v1/summary",
                        "/api/v1/coverage");
        assertThat(changes()).isEqualTo(before);
    }

    private void tryAsNobodyAndAnalyst(RequestMethod method, String pattern) {
        String path = pattern.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        assertProblem(api.call(method.name(), path, null, null), 401, "UNAUTHORIZED");
        if (method != RequestMethod.GET) {
            if (ASKING.stream().noneMatch(path::endsWith) && !path.startsWith("/api/v1/me/")) {
                assertProblem(api.call(method.name(), path, Api.ANALYST, "{}"), 403, "FORBIDDEN");
            }
        } else if (ADMIN_READS.contains(path)
                || path.startsWith("/api/v1/notif")
                || ADMIN_PLACES.stream().anyMatch(path::startsWith)) {
            assertProblem(api.call("GET", path, Api.ANALYST, null), 403, "FORBIDDEN");
        } else {
            assertThat(api.call("GET", path, Api.ANALYST, null).status())
                    .as(path)
                    .isIn(
                            pattern.contains("{") || ASKED_FOR_MORE.contains(pattern)
                                    ? List.of(404, 400, 200)
                                    // 409: nothing was decided that a VEX document could tell.
                                    : pattern.equals("/api/v1/vex") ? List.of(200, 409) : List.of(200, 503));
        }
    }

    @Test
    void showsATokenOnceAndTakesItUntilItIsRevoked() {
        JsonNode made = token("pipeline", Role.ANALYST);
        String secret = made.get("secret").asString();
        String id = made.get("token").get("id").asString();
        String bearer = "Bearer " + secret;
        assertThat(secret).startsWith(ApiTokens.PREFIX);
        assertThat(api.get("/api/v1/api-tokens").body()).contains(id).doesNotContain(secret);
        String kept = secret.substring(ApiTokens.PREFIX.length());
        for (String table : List.of("api_tokens", "audit_log")) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where strpos(t::text, ?) > 0")
                            .param(kept)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }

        assertThat(api.call("GET", "/api/v1/violations", bearer, null).status()).isEqualTo(200);
        assertProblem(api.call("POST", "/api/v1/clusters", bearer, "{\"name\":\"x\"}"), 403, "FORBIDDEN");
        assertThat(jdbc.sql("select last_used_at is not null from api_tokens where id = ?")
                        .param(UUID.fromString(id))
                        .query(Boolean.class)
                        .single())
                .isTrue();

        api.call("POST", "/api/v1/api-tokens/" + id + "/revoke", Api.ADMIN, null);
        assertProblem(api.call("GET", "/api/v1/violations", bearer, null), 401, "UNAUTHORIZED");
    }

    @Test
    void takesNoExpiredToken() {
        JsonNode made = token("short-lived", Role.ADMIN);
        String bearer = "Bearer " + made.get("secret").asString();
        assertThat(api.call("GET", "/api/v1/users", bearer, null).status()).isEqualTo(200);
        jdbc.sql("update api_tokens set expires_at = now() - interval '1 second' where id = ?")
                .param(UUID.fromString(made.get("token").get("id").asString()))
                .update();
        assertProblem(api.call("GET", "/api/v1/users", bearer, null), 401, "UNAUTHORIZED");
    }

    @Test
    void stopsGuessingAfterEightFailures() {
        user("guessed", Role.ANALYST);
        assertThat(api.call("GET", "/api/v1/violations", Api.basic("guessed", "a long password"), null)
                        .status())
                .isEqualTo(200);
        IntStream.range(0, 8)
                .forEach(i -> assertProblem(
                        api.call("GET", "/api/v1/violations", Api.basic("guessed", "wrong " + i), null),
                        401,
                        "UNAUTHORIZED"));
        Answer closed = api.call("GET", "/api/v1/violations", Api.basic("guessed", "a long password"), null);
        assertProblem(closed, 429, "THROTTLED");
        assertThat(closed.header("Retry-After")).isEqualTo("300");
        assertThat(api.get("/api/v1/violations").status()).isEqualTo(200);
    }

    @Test
    void letsNobodyInWhoIsDisabled() {
        user("leaver", Role.ADMIN);
        String leaver = Api.basic("leaver", "a long password");
        assertThat(api.call("GET", "/api/v1/users", leaver, null).status()).isEqualTo(200);
        api.call("POST", "/api/v1/users/leaver/disable", Api.ADMIN, null);
        assertProblem(api.call("GET", "/api/v1/users", leaver, null), 401, "UNAUTHORIZED");
    }

    @Test
    void keepsTheLastAdministrator() {
        for (JsonNode user : api.get("/api/v1/users").json().get("items")) {
            String name = user.get("username").asString();
            if (!name.equals("admin") && user.get("role").asString().equals("ADMIN")) {
                api.call("POST", "/api/v1/users/" + name + "/disable", Api.ADMIN, null);
            }
        }
        assertProblem(api.call("POST", "/api/v1/users/admin/disable", Api.ADMIN, null), 409, "CONFLICT");
    }

    private JsonNode token(String name, Role role) {
        return api.call(
                        "POST",
                        "/api/v1/api-tokens",
                        Api.ADMIN,
                        "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"expiresInDays\":1}")
                .json();
    }

    private void user(String name, Role role) {
        Answer made = api.call(
                "POST",
                "/api/v1/users",
                Api.ADMIN,
                "{\"username\":\"" + name + "\",\"password\":\"a long password\",\"role\":\"" + role + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private long changes() {
        return jdbc.sql("select count(*) from audit_log where object_type <> 'session'")
                .query(Long.class)
                .single();
    }
}
