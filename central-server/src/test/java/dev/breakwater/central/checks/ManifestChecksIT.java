package dev.breakwater.central.checks;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Manifests judged by central, over HTTP. */
@CentralApplication
class ManifestChecksIT {

    private static final String ADMINISTRATOR = "Cluster administrator account";
    private static final String PRIVILEGED = "Privileged container";
    private static final String NO_POLICY = "Reachable from outside without a network policy";

    private static final String WEB = """
            # what a pipeline is about to deliver
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: gate-web, namespace: fleet-shop}
            spec:
              template:
                metadata: {labels: {app: web0}}
                spec:
                  serviceAccountName: account-1
                  containers:
                    - name: web
                      image: registry.example.com/web:1
                      env: [{name: DB_PASSWORD, value: hunter2-hunter2}]
                      securityContext: {privileged: true}
            """;

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @BeforeEach
    void fleet() {
        fleet.present();
    }

    @Test
    void saysWhatViolatesAPolicyAndWhereInTheFormOfTheCommandLine() {
        Answer answer = check(WEB, "", Api.ANALYST);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode finding = finding(answer, PRIVILEGED);
        assertThat(finding.propertyNames()).contains("policy", "policyId", "severity", "object", "message", "evidence");
        JsonNode object = finding.get("object");
        assertThat(object.get("kind").asString()).isEqualTo("Deployment");
        assertThat(object.get("namespace").asString()).isEqualTo("fleet-shop");
        assertThat(object.get("name").asString()).isEqualTo("gate-web");
        assertThat(object.get("line").asInt()).isEqualTo(2);
        assertThat(finding.get("evidence").get(0).get("line").asInt()).isEqualTo(14);
        assertThat(answer.json().get("objects").asInt()).isEqualTo(1);
        assertThat(answer.json().get("unreadable")).isEmpty();
        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @Test
    void whatIsKnownOfTheClusterCounts() {
        Answer alone = check(WEB, "", Api.ADMIN);
        assertThat(names(alone, "findings")).doesNotContain(ADMINISTRATOR);
        assertThat(names(alone, "unknown")).contains(ADMINISTRATOR, NO_POLICY);

        Answer there = check(WEB, "?cluster=reef-east", Api.ADMIN);
        assertThat(names(there, "findings")).contains(ADMINISTRATOR);
        // The sensor of this fleet may not read network policies.
        assertThat(names(there, "unknown")).contains(NO_POLICY);

        Answer elsewhere = check(WEB.replace("account-1", "account-2"), "?cluster=reef-east", Api.ADMIN);
        assertThat(names(elsewhere, "findings")).doesNotContain(ADMINISTRATOR);
        assertThat(names(elsewhere, "unknown")).doesNotContain(ADMINISTRATOR);
    }

    @Test
    void ofACompleteSetAbsenceIsAFact() {
        String exposed = WEB + """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: gate-web, namespace: fleet-shop}
                spec: {type: LoadBalancer, selector: {app: web0}, ports: [{port: 80}]}
                """;
        Answer complete = check(exposed, "?cluster=reef-east&complete=true", Api.ADMIN);

        assertThat(names(complete, "findings")).contains(NO_POLICY).doesNotContain(ADMINISTRATOR);
    }

    @Test
    void exclusionsAndSwitchedOffPoliciesOfThisCentralHold() {
        String manifest = WEB.replace("fleet-shop", "gate-excluded");
        String policy = finding(check(manifest, "", Api.ADMIN), PRIVILEGED)
                .get("policyId")
                .asString();
        Answer excluded = api.call(
                "POST",
                "/api/v1/exclusions",
                Api.ADMIN,
                "{\"policyId\":\"" + policy
                        + "\",\"scope\":{\"namespace\":\"\\\"gate-excluded\\\"\"},\"reason\":\"a node agent\"}");
        assertThat(excluded.status()).as(excluded.body()).isBetween(200, 201);

        assertThat(names(check(manifest, "", Api.ADMIN), "findings"))
                .isNotEmpty()
                .doesNotContain(PRIVILEGED);
        assertThat(names(check(WEB, "", Api.ADMIN), "findings")).contains(PRIVILEGED);
    }

    @Test
    void judgesOtherObjectsToo() {
        String binding = """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: gate-all}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
                subjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: ann}]
                """;

        assertThat(names(check(binding, "", Api.ADMIN), "findings")).contains("Binding makes an administrator");
    }

    @Test
    void takesJsonAndLists() {
        Answer answer = send(
                "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":["
                        + "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"s\",\"namespace\":\"n\"},\"spec\":{}},"
                        + "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\",\"namespace\":\"n\"},\"spec\":{\"hostNetwork\":true,"
                        + "\"containers\":[{\"name\":\"c\",\"image\":\"a:1\"}]}}]}",
                "",
                Api.ADMIN,
                "application/json");

        assertThat(answer.json().get("objects").asInt()).isEqualTo(2);
        assertThat(finding(answer, "Host namespaces shared")
                        .get("object")
                        .get("index")
                        .asInt())
                .isEqualTo(1);
        assertThat(answer.json().get("rules").findValuesAsString("name")).contains("Host namespaces shared");
    }

    @Test
    void theTokenOfAPipelineSufficesAndOpensNothingElse() {
        String token = api.token(Role.PIPELINE);

        assertThat(check(WEB, "?cluster=reef-east", token).status()).isEqualTo(200);
        for (String path : List.of("/api/v1/violations", "/api/v1/policies", "/api/v1/clusters", "/actuator/metrics")) {
            assertThat(api.call("GET", path, token, null).status()).as(path).isEqualTo(403);
        }
        assertProblem(api.call("PUT", "/api/v1/me/preferences", token, "{}"), 403, "FORBIDDEN");
        assertProblem(check(WEB, "", null), 401, "UNAUTHORIZED");
        assertProblem(
                api.call(
                        "POST",
                        "/api/v1/users",
                        Api.ADMIN,
                        "{\"username\":\"ci\",\"password\":\"correct horse battery\",\"role\":\"PIPELINE\"}"),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void saysWhatIsWrongWithTheInput() {
        assertProblem(check("", "", Api.ADMIN), 400, "INVALID_REQUEST");
        assertProblem(check(WEB, "?cluster=nowhere", Api.ADMIN), 404, "NOT_FOUND");
        assertProblem(check(WEB, "?clusters=reef-east", Api.ADMIN), 400, "INVALID_REQUEST");
        assertProblem(send(WEB, "", Api.ADMIN, "application/xml"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(check("x: " + "y".repeat(9 << 20), "", Api.ADMIN), 413, "CONTENT_TOO_LARGE");
        String many =
                "---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\n".repeat(ManifestChecks.MOST_OBJECTS + 1);
        assertProblem(check(many, "", Api.ADMIN), 400, "INVALID_REQUEST");
        assertProblem(
                api.send(api.request("/api/v1/checks/manifests", Api.ADMIN)
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofByteArray(new byte[] {'a', (byte) 0xff, (byte) 0xfe}))
                        .build()),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void namesWhatCannotBeReadAndJudgesTheRest() {
        Answer answer = check(WEB + "---\nkind: Deployment\nmetadata: [oops\n", "", Api.ADMIN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("unreadable").get(0).get("line").asInt()).isGreaterThan(15);
        assertThat(names(answer, "findings")).contains(PRIVILEGED);
        String deep = "a: ".repeat(20_000);
        assertThat(check("kind: X\nb: " + "[".repeat(20_000) + deep, "", Api.ADMIN)
                        .json()
                        .get("unreadable"))
                .isNotEmpty();
    }

    private Answer check(String yaml, String query, @Nullable String who) {
        return send(yaml, query, who, "application/yaml");
    }

    private Answer send(String body, String query, @Nullable String who, String type) {
        return api.send(api.request("/api/v1/checks/manifests" + query, who)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode finding(Answer answer, String policy) {
        return answer.json()
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("policy").asString().equals(policy))
                .findFirst()
                .orElseThrow(() -> new AssertionError(policy + " in " + answer.body()));
    }

    private static List<String> names(Answer answer, String part) {
        return answer.json()
                .path(part)
                .valueStream()
                .map(each -> each.path("policy").asString())
                .toList();
    }
}
