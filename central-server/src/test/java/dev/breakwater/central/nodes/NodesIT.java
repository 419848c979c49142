package dev.breakwater.central.nodes;

import static dev.breakwater.central.nodes.MachineFixture.evidence;
import static dev.breakwater.central.nodes.MachineFixture.node;
import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.nodes.NodeDetail.Event;
import dev.breakwater.central.nodes.NodeDetail.EventKind;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.model.Node;
import dev.breakwater.scanner.MachineCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@CentralApplication
class NodesIT {

    private static final String CLUSTER = SmallFleet.CLUSTERS.getFirst();
    private static final String MACHINE = "3d1219c7c4c5404aaa1f6d2a48adfda4";
    private static final String OTHER = "ffffffffffffffffffffffffffffffff";

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    Nodes nodes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ObjectProvider<BatchStage> stages;

    @BeforeEach
    void fillFleet() {
        fleet.present();
    }

    private UUID send(Node node) {
        UUID id = node.key().idIn(CLUSTER);
        send(List.of(new ReceivedObject(id, FactCodec.fingerprint(node), FactCodec.encode(node), node)), List.of());
        return id;
    }

    private void send(List<ReceivedObject> written, List<UUID> removed) {
        ReceivedBatch batch =
                new ReceivedBatch(SmallFleet.id(CLUSTER), CLUSTER, written, removed, Instant.now(), "nodes");
        transaction.executeWithoutResult(status -> stages.orderedStream().forEach(stage -> stage.apply(batch)));
    }

    private Api.Answer post(UUID id, MachineEvidence evidence, String authorization, String query) {
        return api.call(
                "POST",
                "/api/v1/nodes/" + id + "/evidence" + query,
                authorization,
                new String(MachineCodec.write(evidence), StandardCharsets.UTF_8));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void whatWasFoundOnANodeIsKeptAndTold() {
        UUID id = send(node("evidence-1", MACHINE));
        assertThat(api.get("/api/v1/nodes/" + id)
                        .json()
                        .get("evidence")
                        .get("freshness")
                        .asString())
                .isEqualTo("NONE");
        assertProblem(api.get("/api/v1/nodes/" + id + "/evidence"), 404, "NOT_FOUND");
        MachineEvidence found = evidence("evidence-1", MACHINE, now());

        Api.Answer taken = post(id, found, Api.ADMIN, "");

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().get("unread").asInt()).isEqualTo(1);
        JsonNode held = api.get("/api/v1/nodes/" + id + "/evidence").json();
        assertThat(held.get("state").get("freshness").asString()).isEqualTo("FRESH");
        assertThat(held.get("state").get("hash").asString()).hasSize(64);
        assertThat(held.get("evidence").get("machine").get("hostname").asString())
                .isEqualTo("evidence-1");
        assertThat(held.get("evidence")
                        .get("kernelParameters")
                        .get("kernel.randomize_va_space")
                        .asString())
                .isEqualTo("2");
        assertThat(held.get("receipts")).hasSize(1);
        assertThatThrownBy(() -> nodes.get(id, AccessScope.ofNamespace(SmallFleet.id(CLUSTER), "fleet-pay")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aNodeBringsItsOwnByNameAndReadsNothing() {
        UUID id = send(node("evidence-2", MACHINE));
        String token = api.token(Role.NODE);
        String json = new String(MachineCodec.write(evidence("evidence-2", MACHINE, now())), StandardCharsets.UTF_8);
        String path = "/api/v1/nodes/evidence?cluster=" + CLUSTER + "&node=";

        assertThat(api.call("POST", path + "evidence-2", token, json).status()).isEqualTo(201);
        assertProblem(api.call("POST", path + "nobody", token, json), 404, "NOT_FOUND");
        assertProblem(api.call("GET", "/api/v1/nodes/" + id + "/evidence", token, null), 403, "FORBIDDEN");
        assertProblem(api.call("POST", "/api/v1/checks/manifests", token, "{}"), 403, "FORBIDDEN");
        assertProblem(api.call("POST", path + "evidence-2", api.token(Role.PIPELINE), json), 403, "FORBIDDEN");
        assertProblem(post(id, evidence("evidence-2", MACHINE, now()), Api.ANALYST, ""), 403, "FORBIDDEN");
    }

    @Test
    void evidenceOfAnotherMachineIsRefusedUnlessForced() {
        UUID id = send(node("evidence-3", MACHINE));
        MachineEvidence other = evidence("evidence-3", OTHER, now());

        Api.Answer refused = post(id, other, Api.ADMIN, "");
        assertProblem(refused, 409, "CONFLICT");
        assertThat(refused.body())
                .contains(OTHER)
                .contains(MACHINE)
                .contains("An administrator can have it kept by force");
        Api.Answer forced = post(id, other, api.token(Role.NODE), "?force=true");
        assertProblem(forced, 409, "CONFLICT");
        assertThat(forced.body()).contains("A token of nodes cannot have it kept by force; an administrator can.");
        assertThat(post(id, other, Api.ADMIN, "?force=true")
                        .json()
                        .get("forced")
                        .asBoolean())
                .isTrue();
        assertThat(jdbc.sql("select count(*) from audit_log where action = 'forced' and object_id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void olderAndComingEvidenceIsRefused() {
        UUID id = send(node("evidence-4", MACHINE));
        post(id, evidence("evidence-4", MACHINE, now()), Api.ADMIN, "");

        assertProblem(
                post(id, evidence("evidence-4", MACHINE, now().minus(Duration.ofHours(1))), Api.ADMIN, ""),
                409,
                "CONFLICT");
        assertProblem(
                post(id, evidence("evidence-4", MACHINE, now().plus(Duration.ofHours(1))), Api.ADMIN, ""),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void oldEvidenceIsStale() {
        UUID id = send(node("evidence-5", MACHINE));

        assertThat(post(id, evidence("evidence-5", MACHINE, now().minus(Duration.ofHours(30))), Api.ADMIN, "")
                        .json()
                        .get("freshness")
                        .asString())
                .isEqualTo("STALE");
    }

    @Test
    void whatIsNoEvidenceIsRefused() {
        UUID id = send(node("evidence-6", MACHINE));

        Api.Answer wrong =
                api.call("POST", "/api/v1/nodes/" + id + "/evidence", Api.ADMIN, "{\"format\":\"x\",\"no\":1}");
        assertProblem(wrong, 400, "INVALID_REQUEST");
        assertThat(wrong.body())
                .contains("evidence/")
                .doesNotContain("tools.jackson")
                .doesNotContain("creator")
                .doesNotContain("Unrecognized");
        assertProblem(
                api.call("POST", "/api/v1/nodes/" + id + "/evidence", Api.ADMIN, "[" + " ".repeat(17 << 20) + "]"),
                413,
                "CONTENT_TOO_LARGE");
    }

    @Test
    void whatBecomesOfANodeIsInItsHistory() {
        UUID id = send(node("story-1", MACHINE));
        post(id, evidence("story-1", MACHINE, now()), Api.ADMIN, "");
        send(List.of(), List.of(id));
        JsonNode gone = api.get("/api/v1/nodes/" + id).json();
        assertThat(gone.get("vanishedAt").isNull()).isFalse();
        assertThat(gone.get("evidence").get("hash").asString()).isNotEmpty();
        assertThat(api.get("/api/v1/nodes/" + id + "/evidence").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/nodes?q=name:story-1").json().get("items")).isEmpty();
        assertProblem(post(id, evidence("story-1", MACHINE, now()), Api.ADMIN, ""), 404, "NOT_FOUND");
        send(node("story-1", MACHINE));
        assertThat(nodes.get(id, AccessScope.EVERYTHING).vanishedAt()).isNull();
        assertThat(nodes.get(id, AccessScope.EVERYTHING).evidence().hash())
                .as("the same machine came back")
                .isNotEmpty();
        post(id, evidence("story-1", MACHINE, now()), Api.ADMIN, "");
        send(node("story-1", OTHER));
        assertThat(nodes.get(id, AccessScope.EVERYTHING).evidence().hash())
                .as("evidence is the other machine's")
                .isEmpty();
        post(id, evidence("story-1", OTHER, now()), Api.ADMIN, "");
        send(List.of(), List.of(id));
        send(node("story-1", MACHINE));
        assertThat(nodes.get(id, AccessScope.EVERYTHING).evidence().hash())
                .as("evidence of before does not come back with another machine")
                .isEmpty();

        assertThat(nodes.get(id, AccessScope.EVERYTHING).events())
                .extracting(Event::kind)
                .containsExactly(
                        EventKind.REPLACED,
                        EventKind.VANISHED,
                        EventKind.MACHINE_CHANGED,
                        EventKind.RETURNED,
                        EventKind.VANISHED,
                        EventKind.APPEARED);
    }

    private Api.Answer bring(MachineEvidence evidence, String authorization, String query) {
        return api.call(
                "POST",
                "/api/v1/nodes/evidence" + query,
                authorization,
                new String(MachineCodec.write(evidence), StandardCharsets.UTF_8));
    }

    @Test
    void aMachineWithoutAClusterIsKnownByItsMachineIdUntilItIsForgotten() {
        String machine = "00000000000000000000000000000a01";
        Api.Answer taken = bring(evidence("build-1", machine, now()), api.token(Role.NODE), "");
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        String id = taken.json().get("nodeId").asString();
        assertThat(bring(evidence("build-one", machine.toUpperCase(java.util.Locale.ROOT), now()), Api.ADMIN, "")
                        .json()
                        .get("nodeId")
                        .asString())
                .isEqualTo(id);

        JsonNode row = api.get("/api/v1/nodes?q=machine:yes%20name:build-one")
                .json()
                .get("items")
                .get(0);
        assertThat(row.get("id").asString()).isEqualTo(id);
        assertThat(row.get("clusterId").isNull()).isTrue();
        JsonNode page = api.get("/api/v1/nodes/" + id).json();
        assertThat(page.get("evidence").get("freshness").asString()).isEqualTo("FRESH");
        assertThat(api.get("/api/v1/compliance/nodes/" + id).json().get("answers"))
                .isNotEmpty();
        assertThat(api.get("/api/v1/nodes/" + id + "/vulnerabilities").status()).isEqualTo(200);
        assertThatThrownBy(() ->
                        nodes.get(UUID.fromString(id), AccessScope.ofNamespace(SmallFleet.id(CLUSTER), "fleet-pay")))
                .isInstanceOf(NotFound.class);

        assertProblem(api.call("DELETE", "/api/v1/nodes/" + id, Api.ANALYST, null), 403, "FORBIDDEN");
        assertThat(api.call("DELETE", "/api/v1/nodes/" + id, Api.ADMIN, null).status())
                .isEqualTo(204);
        assertProblem(api.get("/api/v1/nodes/" + id), 404, "NOT_FOUND");
        assertThat(jdbc.sql("select string_agg(action, ' ' order by id) from audit_log where object_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("added received forgotten");
    }

    @Test
    void aMachineOfANodeIsNotTakenAsOneWithoutACluster() {
        String machine = "00000000-0000-0000-0000-000000000a02";
        UUID id = send(node("claimed-1", machine));

        Api.Answer refused = bring(evidence("claimed-1", machine.replace("-", ""), now()), Api.ADMIN, "");
        assertProblem(refused, 409, "CONFLICT");
        assertThat(refused.body()).contains("claimed-1");
        assertProblem(bring(evidence("nameless", "", now()), Api.ADMIN, ""), 400, "INVALID_REQUEST");
        assertProblem(bring(evidence("half", MACHINE, now()), Api.ADMIN, "?node=half"), 400, "INVALID_REQUEST");
        assertProblem(api.call("DELETE", "/api/v1/nodes/" + id, Api.ADMIN, null), 409, "CONFLICT");
        send(List.of(), List.of(id));
        assertThat(api.call("DELETE", "/api/v1/nodes/" + id, Api.ADMIN, null).status())
                .isEqualTo(204);
        assertProblem(api.get("/api/v1/nodes/" + id), 404, "NOT_FOUND");
    }

    @Test
    void systemsMadeForContainersAreRecognised() {
        Node general = node("os-1", MACHINE);
        Node talos = new Node(
                general.meta(),
                general.roles(),
                "Talos (v1.9.0)",
                general.kernelVersion(),
                general.containerRuntime(),
                general.kubeletVersion(),
                general.architecture(),
                MACHINE,
                List.of(),
                List.of(),
                List.of(),
                false);

        assertThat(nodes.get(send(general), AccessScope.EVERYTHING).system()).isEmpty();
        assertThat(nodes.get(send(talos), AccessScope.EVERYTHING).system()).isEqualTo("Talos (v1.9.0)");
    }
}
