package dev.breakwater.central.nodes;

import static dev.breakwater.central.nodes.MachineFixture.evidence;
import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.engine.model.Node;
import dev.breakwater.scanner.MachineCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A look that somebody wants, from the order over the agent's question to the evidence that ends it. */
@CentralApplication
class NodeLooksIT {

    private static final String CLUSTER = SmallFleet.CLUSTERS.getFirst();
    private static final String MACHINE = "3d1219c7c4c5404aaa1f6d2a48adfda4";
    private static final String ORDER = "{\"action\":\"LOOK\",\"reason\":\"Something was changed there\"}";

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

    private String node(String name) {
        fleet.present();
        Node node = MachineFixture.node(name, MACHINE);
        UUID id = node.key().idIn(CLUSTER);
        ReceivedBatch batch = new ReceivedBatch(
                SmallFleet.id(CLUSTER),
                CLUSTER,
                List.of(new ReceivedObject(id, FactCodec.fingerprint(node), FactCodec.encode(node), node)),
                List.of(),
                Instant.now(),
                "looks");
        transaction.executeWithoutResult(status -> stages.orderedStream().forEach(stage -> stage.apply(batch)));
        return "/api/v1/nodes/" + id + "/actions";
    }

    private JsonNode asks(String name, String token) {
        Api.Answer answer = api.call("POST", "/api/v1/nodes/looks?cluster=" + CLUSTER + "&node=" + name, token, null);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("order");
    }

    @Test
    void isOrderedHandedOutAndEndedByTheEvidence() {
        String path = node("look-1");
        String agent = api.token(Role.NODE);
        Api.Answer nobody = api.call("POST", path, Api.ADMIN, ORDER);
        assertProblem(nobody, 409, "CONFLICT");
        assertThat(nobody.body()).contains("No agent on this machine has asked");

        assertThat(asks("look-1", agent).isNull()).isTrue();
        assertThat(api.call("POST", path, Api.ADMIN, ORDER).status()).isEqualTo(202);
        String order = asks("look-1", agent).asString();
        assertThat(asks("look-1", agent).asString())
                .as("an agent that was restarted")
                .isEqualTo(order);
        assertThat(api.get(path).json().get("orders").get(0).get("state").asString())
                .isEqualTo("SENT");

        String json = new String(
                MachineCodec.write(evidence("look-1", MACHINE, Instant.now().truncatedTo(ChronoUnit.MILLIS))),
                StandardCharsets.UTF_8);
        assertThat(api.call("POST", "/api/v1/nodes/evidence?cluster=" + CLUSTER + "&node=look-1", agent, json)
                        .status())
                .isEqualTo(201);
        JsonNode done = api.get(path).json().get("orders").get(0);
        assertThat(done.get("id").asString()).isEqualTo(order);
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("detail").asString()).contains("Evidence of").contains("arrived");
        assertThat(asks("look-1", agent).isNull()).isTrue();
    }

    @Test
    void anAgentThatFellSilentIsNotWaitedFor() {
        String path = node("look-2");
        asks("look-2", api.token(Role.NODE));
        jdbc.sql(
                        "update node_agents set asked_at = now() - interval '6 minutes' where node_id in (select id from nodes where name = 'look-2')")
                .update();
        assertProblem(api.call("POST", path, Api.ADMIN, ORDER), 409, "CONFLICT");
        assertProblem(
                api.call("POST", "/api/v1/nodes/looks?cluster=" + CLUSTER + "&node=look-2", Api.ANALYST, null),
                403,
                "FORBIDDEN");
        assertProblem(
                api.call("POST", "/api/v1/nodes/looks?cluster=" + CLUSTER + "&node=nobody", Api.ADMIN, null),
                404,
                "NOT_FOUND");
    }
}
