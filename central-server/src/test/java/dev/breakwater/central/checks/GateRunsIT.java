package dev.breakwater.central.checks;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Checks that are kept: the run, what was refused, and which gate a workload passed. */
@CentralApplication
class GateRunsIT {

    private static final String CLUSTER = SmallFleet.CLUSTERS.getFirst();
    private static final String PRIVILEGED = "Privileged container";

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectProvider<BatchStage> stages;

    @BeforeEach
    void fleet() {
        fleet.present();
    }

    @Test
    void keepsWhoCheckedWhatAndWhatCameOfIt() {
        String token = api.token(Role.PIPELINE);
        Answer answer = check(
                web("kept", true),
                "&failOn=HIGH&source=shop%2Fdeploy&pipeline=https%3A%2F%2Fci.example.com%2F7&commit=1a2b3c&branch=main",
                token);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode run = answer.json().get("run");
        assertThat(run.get("result").asString()).isEqualTo("REFUSED");
        assertThat(run.get("actor").asString()).startsWith("token:");
        JsonNode listed =
                api.get("/api/v1/checks?q=source:shop*").json().get("items").get(0);
        assertThat(listed).isEqualTo(run);
        assertThat(listed.get("cluster").asString()).isEqualTo(CLUSTER);
        assertThat(listed.get("pipeline").asString()).isEqualTo("https://ci.example.com/7");
        JsonNode detail = api.get("/api/v1/checks/" + run.get("id").asString()).json();
        assertThat(detail.get("findings").findValuesAsString("policy")).contains(PRIVILEGED);
        assertThat(detail.get("objects").get(0).get("refused").asBoolean()).isTrue();
        assertThat(api.get("/api/v1/audit-log?q=object:manifests").body())
                .contains(run.get("id").asString());
    }

    @Test
    void whatWasRefusedIsAttemptedUntilALaterCheckFindsItNoMore() {
        long open = open();
        check(web("tried", true), "&failOn=HIGH", Api.ADMIN);

        JsonNode attempt = violation("tried", PRIVILEGED).orElseThrow();
        assertThat(attempt.get("state").asString()).isEqualTo("ATTEMPTED");
        assertThat(attempt.get("checkId").asString()).isNotBlank();
        assertThat(attempt.get("evidence").get(0).get("message").asString()).contains("privileged");
        assertThat(api.get("/api/v1/violations?q=state:open%20workload:tried")
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(api.get("/api/v1/violations?q=state:attempted%20severity:low%20workload:tried")
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(open()).isEqualTo(open);
        String id = attempt.get("id").asString();
        JsonNode history = api.get("/api/v1/violations/" + id).json().get("history");
        assertThat(history.get(0).get("change").asString()).isEqualTo("ATTEMPTED");
        assertThat(history.get(0).get("cause").asString()).startsWith("refused by a check");
        assertThat(api.get("/api/v1/export/violations?q=state:attempted%20workload:tried")
                        .body())
                .contains("ATTEMPTED")
                .contains(PRIVILEGED);

        // Another threshold lets it through, but does not mend it.
        check(web("tried", true), "&failOn=NONE", Api.ADMIN);
        assertThat(violation("tried", PRIVILEGED).orElseThrow().get("state").asString())
                .isEqualTo("ATTEMPTED");

        check(web("tried", false), "&failOn=HIGH", Api.ADMIN);
        assertThat(violation("tried", PRIVILEGED).orElseThrow().get("state").asString())
                .isEqualTo("RESOLVED");
        assertThat(api.get("/api/v1/violations/" + id)
                        .json()
                        .get("history")
                        .get(0)
                        .get("change")
                        .asString())
                .isEqualTo("PASSED");
    }

    @Test
    void whatRunsIsJudgedApartFromWhatWasRefused() {
        check(web("both", true), "&failOn=HIGH", Api.ADMIN);
        run(web("both", true));

        List<String> states = api.get(
                        "/api/v1/violations?q=workload:both%20policy:%22" + Api.encoded(PRIVILEGED) + "%22")
                .json()
                .get("items")
                .findValuesAsString("state");
        assertThat(states).containsExactlyInAnyOrder("ATTEMPTED", "OPEN");

        run(web("both", false));
        states = api.get("/api/v1/violations?q=workload:both%20policy:%22" + Api.encoded(PRIVILEGED) + "%22")
                .json()
                .get("items")
                .findValuesAsString("state");
        assertThat(states).containsExactlyInAnyOrder("ATTEMPTED", "RESOLVED");
    }

    @Test
    void peopleResolveAnAttemptButCannotAcceptOrOpenIt() {
        check(web("decided", true), "&failOn=HIGH", Api.ADMIN);
        String id = violation("decided", PRIVILEGED).orElseThrow().get("id").asString();

        Answer accepted = decide("accept", id, ",\"until\":\"" + Instant.now().plus(Duration.ofDays(9)) + "\"");
        assertThat(accepted.body()).contains("It never ran");
        Answer resolved = decide("resolve", id, "");
        assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);
        assertThat(violation("decided", PRIVILEGED).orElseThrow().get("state").asString())
                .isEqualTo("RESOLVED");
        assertThat(decide("reopen", id, "").body()).contains("It never ran");
        assertThat(api.get("/api/v1/violations/" + id + "/fix").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/violations/" + id + "/object").status()).isIn(200, 404);
    }

    @Test
    void aWorkloadSaysWhichGateItPassed() {
        run(web("gated", false).replace("replicas: 2", "replicas: 5"));
        String path = "/api/v1/workloads/" + workload("gated") + "/checks";
        assertThat(api.get(path).json().get("items")).isEmpty();

        check(web("gated", false), "&failOn=HIGH", Api.ADMIN);
        JsonNode passed = api.get(path).json().get("items").get(0);
        assertThat(passed.get("run").get("result").asString()).isEqualTo("PASSED");
        assertThat(passed.get("same").asBoolean()).isTrue();

        check(web("gated", false).replace("web:1", "web:2"), "&failOn=HIGH", Api.ADMIN);
        JsonNode items = api.get(path).json().get("items");
        assertThat(items.get(0).get("same").asBoolean()).isFalse();
        assertThat(items.get(1).get("same").asBoolean()).isTrue();

        api.send(api.request("/api/v1/checks/manifests?record=true&source=anywhere", Api.ADMIN)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(web("gated", false)))
                .build());
        JsonNode anywhere = api.get(path).json().get("items").get(0);
        assertThat(anywhere.get("run").get("source").asString()).isEqualTo("anywhere");
        assertThat(anywhere.get("same").asBoolean()).isTrue();
        assertProblem(api.get("/api/v1/workloads/" + UUID.randomUUID() + "/checks"), 404, "NOT_FOUND");
    }

    @Test
    void whatIsAcceptedInTheClusterRefusesNothing() {
        run(web("borne", true));
        assertThat(check(web("borne", true), "&failOn=HIGH", Api.ADMIN)
                        .json()
                        .get("run")
                        .get("result")
                        .asString())
                .isEqualTo("REFUSED");
        Answer accepted = api.call(
                "POST",
                "/api/v1/violations/accept",
                Api.ADMIN,
                "{\"q\":\"state:open workload:borne\",\"reason\":\"until it is rebuilt\",\"until\":\""
                        + Instant.now().plus(Duration.ofDays(9)) + "\"}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);

        JsonNode later = check(web("borne", true), "&failOn=HIGH", Api.ADMIN).json();
        assertThat(later.get("run").get("result").asString()).isEqualTo("PASSED");
        assertThat(later.get("findings").valueStream()).anySatisfy(finding -> {
            assertThat(finding.get("policy").asString()).isEqualTo(PRIVILEGED);
            assertThat(finding.get("known").asBoolean()).isTrue();
        });
        assertThat(api.get("/api/v1/violations?q=state:attempted%20workload:borne")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsNoPass() {
        Answer answer = check(web("unread", false), "&failOn=HIGH&unreadable=2", Api.ADMIN);

        assertThat(answer.json().get("run").get("result").asString()).isEqualTo("NOT_JUDGED");
        assertThat(answer.json().get("run").get("unreadable").asInt()).isEqualTo(2);
        assertThat(check(web("unread", false), "&failOn=HIGH&failOnUnknown=true", Api.ADMIN)
                        .json()
                        .get("run")
                        .get("result")
                        .asString())
                .isEqualTo("NOT_JUDGED");
        assertThat(check(web("unread", true), "&failOn=NONE", Api.ADMIN)
                        .json()
                        .get("run")
                        .get("result")
                        .asString())
                .isEqualTo("PASSED");
    }

    @Test
    void refusesWhatCannotBeMeantAndWhoMayNot() {
        assertProblem(check(web("x", false), "&failOn=PURPLE", Api.ADMIN), 400, "INVALID_REQUEST");
        assertProblem(check(web("x", false), "&source=" + "a".repeat(501), Api.ADMIN), 400, "INVALID_REQUEST");
        assertProblem(check(web("x", false), "&source=a%0Ab", Api.ADMIN), 400, "INVALID_REQUEST");
        assertProblem(check(web("x", false), "", Api.ANALYST), 403, "FORBIDDEN");
        assertProblem(
                api.send(api.request("/api/v1/checks/manifests?failOn=HIGH", Api.ADMIN)
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofString(web("x", false)))
                        .build()),
                400,
                "INVALID_REQUEST");
        assertProblem(api.call("GET", "/api/v1/checks", api.token(Role.PIPELINE), null), 403, "FORBIDDEN");
    }

    private Answer check(String yaml, String more, String who) {
        return api.send(api.request("/api/v1/checks/manifests?record=true&cluster=" + CLUSTER + more, who)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(yaml))
                .build());
    }

    private Answer decide(String decision, String id, String more) {
        return api.call(
                "POST",
                "/api/v1/violations/" + decision,
                Api.ADMIN,
                "{\"ids\":[\"" + id + "\"],\"reason\":\"because\"" + more + "}");
    }

    private Optional<JsonNode> violation(String workload, String policy) {
        return api.get("/api/v1/violations?q=workload:" + workload)
                .json()
                .get("items")
                .valueStream()
                .filter(row -> row.get("policy").asString().equals(policy))
                .findFirst();
    }

    private long open() {
        return jdbc.sql("select count(*) from violations where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    private String workload(String name) {
        return jdbc.sql("select id::text from workloads where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    /** Sends the manifest as the cluster's sensor would: with its own key for secrets. */
    private void run(String yaml) {
        KubernetesTranslation translation = new KubernetesTranslation(
                new RedactingGuard(new KeyedHash("the sensor's own key of 32 bytes".getBytes(StandardCharsets.UTF_8))),
                (owned, namespace) -> Optional.empty());
        List<ReceivedObject> received = Manifests.read(yaml).objects().stream()
                .flatMap(object -> translation.translate(object).stream())
                .map(GateRunsIT::received)
                .toList();
        ReceivedBatch batch =
                new ReceivedBatch(SmallFleet.id(CLUSTER), CLUSTER, received, List.of(), Instant.now(), "gate-runs");
        transaction.executeWithoutResult(status -> stages.orderedStream().forEach(stage -> stage.apply(batch)));
    }

    private static ReceivedObject received(ClusterObject object) {
        return new ReceivedObject(
                object.key().idIn(CLUSTER), FactCodec.fingerprint(object), FactCodec.encode(object), object);
    }

    private static String web(String name, boolean privileged) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: fleet-shop, annotations: {by: hand}}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata: {labels: {app: %s}}
                    spec:
                      serviceAccountName: account-2
                      containers:
                        - name: web
                          image: registry.example.com/web:1
                          env: [{name: GREETING, value: hello}]
                          resources: {limits: {memory: 64Mi, cpu: 100m}, requests: {memory: 64Mi, cpu: 100m}}
                          securityContext:
                            privileged: %s
                            allowPrivilegeEscalation: %s
                            readOnlyRootFilesystem: true
                            runAsNonRoot: true
                            capabilities: {drop: [ALL]}
                """.formatted(name, name, name, privileged, privileged);
    }
}
