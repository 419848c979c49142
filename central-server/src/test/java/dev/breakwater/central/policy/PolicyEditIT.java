package dev.breakwater.central.policy;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Policies are written over REST, in versions. */
@CentralApplication
class PolicyEditIT {

    private static final String PATH = "/api/v1/policies";

    @Autowired
    Api api;

    @Autowired
    Policies policies;

    @Autowired
    PolicyEdits edits;

    @Test
    void makesChangesAndDeletesOneAndBringsItBack() {
        Answer made = api.call("POST", PATH, Api.ADMIN, json("Edit: one", "HIGH"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        UUID id = UUID.fromString(made.json().get("id").asString());
        assertThat(id.version()).isEqualTo(7);
        assertThat(made.header("Location")).endsWith(PATH + "/" + id);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.json().get("origin").asString()).isEqualTo("console");

        // What GET gives can be edited and sent back, with the version that it has in it.
        ObjectNode read = (ObjectNode) api.get(PATH + "/" + id).json();
        Answer changed = api.call(
                "PUT",
                PATH + "/" + id + "?reason=too%20loud",
                Api.ADMIN,
                read.put("severity", "LOW").toString());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertProblem(
                api.call(
                        "PUT",
                        PATH + "/" + id,
                        Api.ADMIN,
                        read.put("severity", "CRITICAL").toString()),
                409,
                "CONFLICT");
        assertThat(policies.get(id).policy().severity()).isEqualTo(Severity.LOW);

        assertThat(api.call("POST", PATH + "/" + id + "/versions/1/restore", Api.ADMIN, null)
                        .json()
                        .get("severity")
                        .asString())
                .isEqualTo("HIGH");
        assertThat(api.call("DELETE", PATH + "/" + id + "?reason=over", Api.ADMIN, null)
                        .status())
                .isEqualTo(204);
        assertProblem(api.get(PATH + "/" + id), 404, "NOT_FOUND");
        JsonNode versions = api.get(PATH + "/" + id + "/versions").json().get("items");
        assertThat(versions.valueStream().map(v -> v.get("number").asInt())).containsExactly(3, 2, 1);
        assertThat(versions.get(1).get("reason").asString()).isEqualTo("too loud");
        assertThat(versions.get(1).get("by").asString()).isEqualTo("admin");

        assertThat(api.call("POST", PATH + "/" + id + "/versions/2/restore", Api.ADMIN, null)
                        .header("ETag"))
                .isEqualTo("\"4\"");
        assertThat(policies.get(id).policy().severity()).isEqualTo(Severity.LOW);
        JsonNode audit = api.get("/api/v1/audit-log?pageSize=4").json().get("items");
        assertThat(audit.valueStream().map(row -> row.get("action").asString()))
                .containsExactly("restored", "deleted", "restored", "changed");
        assertThat(audit.get(3).get("before").get("severity").asString()).isEqualTo("HIGH");
        assertThat(audit.get(3).get("after").get("severity").asString()).isEqualTo("LOW");
    }

    @Test
    void takesAndGivesCanonicalYaml() {
        Policy wanted = PolicyDocument.read(withId(json("Edit: as YAML, grün 漢 \ud83d\udd12", "MEDIUM")))
                .getFirst();
        String yaml = PolicyDocument.toYaml(List.of(wanted));

        Answer made = yaml("POST", PATH, yaml, null);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer exported = accept(PATH + "/" + wanted.id());
        assertThat(exported.body()).isEqualTo(yaml);
        assertThat(exported.contentType()).startsWith("application/yaml");
        assertThat(accept(PATH + "?q=name:Edit*YAML*").body()).isEqualTo(yaml);

        // What was exported is taken as it is, and changes nothing.
        Answer again = yaml("PUT", PATH + "/" + wanted.id(), exported.body(), exported.header("ETag"));
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        String all = accept(PATH).body();
        assertThat(PolicyDocument.toYaml(PolicyDocument.read(all))).isEqualTo(all);
        assertThat(PolicyDocument.read(all)).hasSize(policies.list().size());
        assertThat(api.get(PATH).contentType()).startsWith("application/json");
    }

    @Test
    void saysWhatIsWrongWhere() {
        assertProblem(
                        api.call(
                                "POST",
                                PATH,
                                Api.ADMIN,
                                json("Edit: wrong", "HIGH").replace("\"true\"", "\"perhaps\"")),
                        400,
                        "INVALID_REQUEST")
                .names("/sections/0/groups/0/values/0", "perhaps", "true, false");
        assertProblem(api.call("POST", PATH, Api.ADMIN, "{\"nam\":\"x\"}"), 400, "INVALID_REQUEST");
        assertProblem(api.call("POST", PATH, Api.ADMIN, "[]"), 400, "INVALID_REQUEST")
                .names("body", "0 policies", "one policy");
        assertProblem(api.call("POST", PATH, Api.ADMIN, json("Edit: \\u0000", "HIGH")), 400, "INVALID_REQUEST")
                .names("/name", "Edit", "the character 0");
        assertProblem(api.call("POST", PATH, Api.ANALYST, json("Edit: not mine", "HIGH")), 403, "FORBIDDEN");

        String first = json("Edit: twice", "HIGH");
        assertThat(api.call("POST", PATH, Api.ADMIN, first).status()).isEqualTo(201);
        assertThat(assertProblemDetail(api.call("POST", PATH, Api.ADMIN, first)))
                .contains("Edit: twice", "/name");
    }

    @Test
    void keepsWhatIsTheReleasesOfABuiltInPolicy() {
        StoredPolicy builtIn = policies.list().stream()
                .filter(StoredPolicy::builtIn)
                .filter(row -> row.policy().severity() == Severity.MEDIUM)
                .findFirst()
                .orElseThrow();
        String path = PATH + "/" + builtIn.policy().id();
        ObjectNode read = (ObjectNode) api.get(path).json();

        assertProblem(
                        api.call(
                                "PUT",
                                path,
                                Api.ADMIN,
                                read.deepCopy().put("rationale", "mine").toString()),
                        400,
                        "INVALID_REQUEST")
                .names("/rationale", "mine", "only severity, scopes, exclusions and enabled");
        assertProblem(api.call("DELETE", path, Api.ADMIN, null), 409, "CONFLICT");

        read.put("severity", "LOW").putArray("scopes").addObject().put("namespace", "pay");
        Answer adjusted = api.call("PUT", path, Api.ADMIN, read.toString());
        assertThat(adjusted.status()).as(adjusted.body()).isEqualTo(200);
        assertThat(adjusted.json().get("differs").asBoolean()).isTrue();
        assertThat(policies.current().byId().get(builtIn.policy().id()).scopes())
                .hasSize(1);

        Answer back = api.call("POST", path + "/versions/" + builtIn.version() + "/restore", Api.ADMIN, null);
        assertThat(back.json().get("differs").asBoolean()).isFalse();
        assertThat(policies.get(builtIn.policy().id()).policy()).isEqualTo(builtIn.policy());
    }

    @Test
    void keepsOneWhoseFactsDoNotArrive() {
        String runtime = json("Edit: seen at run time", "HIGH")
                .replace("DEPLOY", "RUNTIME")
                .replace("Privileged Container", "Process Name")
                .replace("\"true\"", "\"nc\"");
        Answer made = api.call("POST", PATH, Api.ADMIN, runtime);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    /** The console calls the service without the rules for paths that REST has. */
    @Test
    void letsNobodyWriteWhoIsNoAdministrator() {
        Policy any = policies.list().getFirst().policy();
        UUID id = any.id();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> edits.create(any.withId(PolicyEdits.NEW)),
                () -> edits.replace(id, 1, any, ""),
                () -> edits.replace(id, 1, any, "", "console"),
                () -> edits.delete(id, ""),
                () -> edits.delete(id, "", "console"),
                () -> edits.restore(id, 1, ""))) {
            assertThatThrownBy(call).isInstanceOfAny(AuthenticationException.class, AccessDeniedException.class);
        }
    }

    @Test
    void tellsWhatAPolicyCanAsk() {
        JsonNode criteria = api.get(PATH + "/criteria").json().get("items");
        assertThat(criteria.size()).isGreaterThan(140);
        JsonNode cve = criteria.valueStream()
                .filter(row -> row.get("name").asString().equals("CVSS"))
                .findFirst()
                .orElseThrow();
        assertThat(cve.get("object").asString()).isEqualTo("VULNERABILITY");
        assertThat(cve.get("form").asString()).isEqualTo("NUMBER");
        assertThat(cve.get("facts").asString()).isEqualTo("WHEN_TOLD");
        Answer schema = api.get(PATH + "/schema");
        assertThat(schema.contentType()).startsWith("application/schema+json");
        assertThat(schema.json().get("properties").has("sections")).isTrue();
    }

    private String assertProblemDetail(Answer answer) {
        assertProblem(answer, 409, "CONFLICT");
        return answer.json().get("detail").asString();
    }

    private Answer accept(String path) {
        return api.send(api.request(path, Api.ADMIN)
                .header("Accept", "application/yaml")
                .build());
    }

    private Answer yaml(String method, String path, String yaml, @org.jspecify.annotations.Nullable String ifMatch) {
        var request = api.request(path, Api.ADMIN)
                .header("Content-Type", "application/yaml")
                .method(method, BodyPublishers.ofString(yaml));
        return api.send((ifMatch == null ? request : request.header("If-Match", ifMatch)).build());
    }

    private static String withId(String json) {
        return ((ObjectNode) JsonMapper.shared().readTree(json))
                .put("id", UUID.randomUUID().toString())
                .toString();
    }

    static String json(String name, String severity) {
        return """
                {"name":"%s","severity":"%s","stages":["DEPLOY"],"categories":["Own"],"description":"d",
                 "sections":[{"groups":[{"criterion":"Privileged Container","values":["true"]}]}]}
                """.formatted(name, severity);
    }
}
