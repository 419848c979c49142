package dev.breakwater.central.fleet;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.fleet.internal.authority.Keys;
import dev.breakwater.central.fleet.internal.link.LinkServer;
import dev.breakwater.central.nodes.MachineFixture;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.contracts.v1.KindCoverage;
import dev.breakwater.contracts.v1.NodeAction;
import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.NodeOrderNews;
import dev.breakwater.contracts.v1.NodeOrderNews.State;
import dev.breakwater.contracts.v1.PodOutcome;
import dev.breakwater.contracts.v1.PodOutcome.Outcome;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.contracts.v1.SourceReport;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people order to be done to nodes, down the real link and back. */
@CentralApplication
class NodeOrdersLinkIT {

    private static final List<NodeAction> ISOLATING =
            List.of(NodeAction.NODE_ACTION_CORDON, NodeAction.NODE_ACTION_UNCORDON);

    @Autowired
    Api api;

    @Autowired
    LinkServer link;

    @Autowired
    Authority authority;

    @Autowired
    JdbcClient jdbc;

    private TestSensor enrolled(String cluster) {
        String token = api.call("POST", "/api/v1/clusters", Api.ADMIN, "{\"name\":\"" + cluster + "\"}")
                .json()
                .get("enrolmentToken")
                .asString();
        TestSensor sensor = new TestSensor(link.port(), Keys.pem(authority.certificate()));
        sensor.enrol(cluster, token);
        return sensor;
    }

    private static Node node() {
        Node made = MachineFixture.node("machine-1", "3d1219c7c4c5404aaa1f6d2a48adfda4");
        return new Node(
                new ObjectMeta("", "machine-1", "uid-1", Map.of(), Map.of(), null),
                made.roles(),
                made.osImage(),
                made.kernelVersion(),
                made.containerRuntime(),
                made.kubeletVersion(),
                made.architecture(),
                made.machineId(),
                made.addresses(),
                made.taints(),
                made.conditions(),
                false);
    }

    /** A stream whose cluster has one node; its path in the API. */
    private static String begin(TestStream stream, String cluster, List<NodeAction> actions) {
        stream.open("instance-of-" + cluster, actions);
        stream.batch(cluster, node());
        stream.awaitAcknowledgedAmongOthers(stream.synced(1));
        return "/api/v1/nodes/" + node().key().idIn(cluster) + "/actions";
    }

    private Api.Answer order(String path, String action, String reason) {
        return api.call("POST", path, Api.ADMIN, "{\"action\":\"" + action + "\",\"reason\":\"" + reason + "\"}");
    }

    private JsonNode newest(String path) {
        return api.get(path).json().get("orders").get(0);
    }

    private static void tell(TestStream stream, ByteString order, State state, String detail, PodOutcome... pods) {
        stream.send(SensorMessage.newBuilder()
                .setNodeOrderNews(NodeOrderNews.newBuilder()
                        .setOrder(order)
                        .setState(state)
                        .setDetail(detail)
                        .addAllPods(List.of(pods)))
                .build());
    }

    /** Messages are worked on in turn: what was said before is kept once this is acknowledged. */
    private static void settle(TestStream stream, String cluster) {
        stream.awaitAcknowledgedAmongOthers(stream.batch(cluster, node()));
    }

    private List<String> audited(String order) {
        return jdbc.sql("select action || ' by ' || actor from audit_log where object_id = ? order by id")
                .param(order)
                .query(String.class)
                .list();
    }

    @Test
    void isolatesANodeAndTellsWhatCameOfIt() {
        try (TestSensor sensor = enrolled("isolating")) {
            TestStream stream = sensor.connect();
            String path = begin(stream, "isolating", ISOLATING);
            assertProblem(order(path, "CORDON", " "), 400, "INVALID_REQUEST");
            assertProblem(order(path, "ERASE", "why"), 400, "INVALID_REQUEST");
            assertProblem(
                    api.call("POST", path, Api.ANALYST, "{\"action\":\"CORDON\",\"reason\":\"x\"}"), 403, "FORBIDDEN");

            Api.Answer ordered = order(path, "CORDON", "Looks taken over");
            assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
            String id = ordered.json().get("id").asString();
            assertThat(order(path, "CORDON", "Once more").json().get("id").asString())
                    .isEqualTo(id);

            NodeOrder received = stream.nextOrder();
            assertThat(received.getAction()).isEqualTo(NodeAction.NODE_ACTION_CORDON);
            assertThat(received.getNode()).isEqualTo("machine-1");
            assertThat(received.getUid()).isEqualTo("uid-1");
            assertThat(received.getActor()).isEqualTo("admin");
            assertThat(received.getValidMillis()).isBetween(1L, 600_000L);
            assertThat(newest(path).get("state").asString()).isEqualTo("SENT");
            assertProblem(api.call("DELETE", path + "/" + id, Api.ADMIN, null), 409, "CONFLICT");

            tell(stream, received.getOrder(), State.STATE_RUNNING, "Begun.");
            tell(
                    stream,
                    received.getOrder(),
                    State.STATE_DONE,
                    "It takes no new pods.",
                    PodOutcome.newBuilder()
                            .setNamespace("shop")
                            .setName("cart-1")
                            .setOutcome(Outcome.OUTCOME_GONE)
                            .build());
            tell(stream, received.getOrder(), State.STATE_FAILED, "Said too late.");
            settle(stream, "isolating");

            JsonNode done = newest(path);
            assertThat(done.get("state").asString()).isEqualTo("DONE");
            assertThat(done.get("detail").asString()).isEqualTo("It takes no new pods.");
            assertThat(done.get("reason").asString()).isEqualTo("Looks taken over");
            assertThat(done.get("pods").get(0).get("outcome").asString()).isEqualTo("GONE");
            assertThat(audited(id)).containsExactly("ordered by admin", "ended by system");
            stream.complete();
        }
    }

    @Test
    void handsOutAnOrderAgainOnTheNextStreamUntilItsEndIsTold() {
        try (TestSensor sensor = enrolled("reconnecting")) {
            TestStream first = sensor.connect();
            String path = begin(first, "reconnecting", ISOLATING);
            order(path, "CORDON", "Before the stream breaks");
            ByteString order = first.nextOrder().getOrder();
            first.complete();

            TestStream second = sensor.connect();
            begin(second, "reconnecting", ISOLATING);
            assertThat(second.nextOrder().getOrder()).isEqualTo(order);
            tell(second, order, State.STATE_REFUSED, "This sensor does not allow it.");
            settle(second, "reconnecting");
            assertThat(newest(path).get("state").asString()).isEqualTo("REFUSED");
            second.complete();
        }
    }

    @Test
    void whoTakesAnIsolationBackDoesNotWaitForIt() {
        try (TestSensor sensor = enrolled("hasty")) {
            TestStream stream = sensor.connect();
            String path = begin(stream, "hasty", ISOLATING);
            order(path, "CORDON", "A mistake");
            ByteString cordon = stream.nextOrder().getOrder();
            assertThat(order(path, "UNCORDON", "It was one").status()).isEqualTo(202);
            ByteString uncordon = stream.nextOrder().getOrder();
            tell(stream, cordon, State.STATE_DONE, "It takes no new pods.");
            tell(stream, uncordon, State.STATE_DONE, "It takes new pods again.");
            settle(stream, "hasty");

            JsonNode orders = api.get(path).json().get("orders");
            assertThat(orders.get(0).get("state").asString()).isEqualTo("DONE");
            assertThat(orders.get(1).get("state").asString()).isEqualTo("WITHDRAWN");
            stream.complete();
        }
    }

    @Test
    void offersOnlyWhatTheSensorAllows() {
        try (TestSensor sensor = enrolled("forbidding")) {
            TestStream stream = sensor.connect();
            String path = begin(stream, "forbidding", List.of());
            Api.Answer refused = order(path, "CORDON", "Looks taken over");
            assertProblem(refused, 409, "CONFLICT");
            assertThat(refused.body()).contains("does not allow 'cordon'").contains("nodeActions.allow");
            assertThat(StreamSupport.stream(api.get(path).json().get("offers").spliterator(), false)
                            .map(offer -> offer.get("possible").asBoolean()))
                    .containsOnly(false);
            stream.complete();
        }
    }

    @Test
    void believesASensorAboutItsOwnClusterOnly() {
        try (TestSensor one = enrolled("own-orders");
                TestSensor other = enrolled("foreign-orders")) {
            TestStream stream = one.connect();
            String path = begin(stream, "own-orders", ISOLATING);
            TestStream foreign = other.connect();
            begin(foreign, "foreign-orders", ISOLATING);
            order(path, "CORDON", "Looks taken over");
            ByteString order = stream.nextOrder().getOrder();

            tell(foreign, order, State.STATE_DONE, "It was not.");
            settle(foreign, "foreign-orders");
            assertThat(newest(path).get("state").asString()).isEqualTo("SENT");

            foreign.complete();
            stream.complete();
        }
    }

    @Test
    void manyAtOnceOrderOnce() {
        try (TestSensor sensor = enrolled("crowded")) {
            TestStream stream = sensor.connect();
            String path = begin(stream, "crowded", ISOLATING);
            stream.complete();
            Set<String> ids = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> order(path, "CORDON", "All at once")
                            .json()
                            .get("id")
                            .asString())
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(1);
            assertThat(api.get(path).json().get("orders")).hasSize(1);

            String id = ids.iterator().next();
            Api.Answer withdrawn = api.call("DELETE", path + "/" + id, Api.ADMIN, null);
            assertThat(withdrawn.json().get("state").asString()).isEqualTo("WITHDRAWN");
            assertThat(audited(id)).containsExactly("ordered by admin", "withdrawn by admin");
            assertProblem(api.call("DELETE", path + "/" + UUID.randomUUID(), Api.ADMIN, null), 404, "NOT_FOUND");
        }
    }

    @Test
    void anOrderThatNobodyTakesInTimeIsOver() {
        try (TestSensor sensor = enrolled("late")) {
            TestStream stream = sensor.connect();
            String path = begin(stream, "late", ISOLATING);
            stream.complete();
            UUID id = UUID.fromString(
                    order(path, "CORDON", "Nobody is there").json().get("id").asString());
            jdbc.sql("update node_orders set expires_at = now() - interval '1 minute' where id = ?")
                    .param(id)
                    .update();

            assertThat(newest(path).get("state").asString()).isEqualTo("EXPIRED");
            assertThat(newest(path).get("detail").asString()).contains("nothing was done");
        }
    }

    private static Pod pod(String name, String kind, String owner, String node) {
        return new Pod(ObjectMeta.of("shop", name), kind, owner, node, "Running", null, List.of());
    }

    private static Node named(String name) {
        Node made = MachineFixture.node(name, "");
        return new Node(
                ObjectMeta.of("", name),
                made.roles(),
                made.osImage(),
                made.kernelVersion(),
                made.containerRuntime(),
                made.kubeletVersion(),
                made.architecture(),
                "",
                List.of(),
                List.of(),
                made.conditions(),
                false);
    }

    @Test
    void tellsBeforeWhatEmptyingWouldDoAndStopsWhenItIsTakenBack() {
        try (TestSensor sensor = enrolled("emptying")) {
            TestStream stream = sensor.connect();
            String path =
                    begin(stream, "emptying", List.of(NodeAction.NODE_ACTION_UNCORDON, NodeAction.NODE_ACTION_DRAIN));
            stream.send(SensorMessage.newBuilder()
                    .setSourceReport(SourceReport.newBuilder()
                            .addKinds(KindCoverage.newBuilder().setKind("POD").setSight(Sight.SIGHT_SEEN))
                            .addKinds(KindCoverage.newBuilder().setKind("NODE").setSight(Sight.SIGHT_SEEN)))
                    .build());
            stream.awaitAcknowledgedAmongOthers(stream.batch(
                    "emptying",
                    named("machine-2"),
                    pod("web-1", "Deployment", "web", "machine-1"),
                    pod("web-2", "Deployment", "web", "machine-2"),
                    pod("db-0", "StatefulSet", "db", "machine-1"),
                    pod("shell", "Pod", "shell", "machine-1"),
                    pod("proxy-1", "DaemonSet", "proxy", "machine-1")));

            JsonNode answer = api.get(path.replace("/actions", "/drain-plan")).json();
            assertThat(answer.get("unseen").asString()).isEmpty();
            assertThat(answer.get("plan").get("targets").asInt()).isEqualTo(1);
            assertThat(StreamSupport.stream(answer.get("plan").get("pods").spliterator(), false)
                            .map(pod -> pod.get("name").asString() + " "
                                    + pod.get("fate").asString()))
                    .containsExactly("shell LOST", "db-0 INTERRUPTED", "web-1 MOVES", "proxy-1 STAYS");
            assertThat(answer.get("losesPods").asBoolean()).isTrue();
            assertThat(answer.get("mayLoseData").asBoolean())
                    .as("what volumes the workloads have is not known")
                    .isTrue();
            assertThat(answer.get("disruptionBudgets").asString()).contains("Unknown");

            assertProblem(
                    api.call("POST", path, Api.ADMIN, "{\"action\":\"UNCORDON\",\"reason\":\"x\",\"losePods\":true}"),
                    400,
                    "INVALID_REQUEST");
            Api.Answer ordered = api.call(
                    "POST", path, Api.ADMIN, "{\"action\":\"DRAIN\",\"reason\":\"Goes away\",\"losePods\":true}");
            assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
            NodeOrder drain = stream.nextOrder();
            Api.Answer other = order(path, "DRAIN", "With other consents");
            assertProblem(other, 409, "CONFLICT");
            assertThat(other.body()).contains("drain, by admin");
            assertThat(drain.getLosePods()).isTrue();
            assertThat(drain.getLoseData()).isFalse();
            tell(
                    stream,
                    drain.getOrder(),
                    State.STATE_RUNNING,
                    "Pods are leaving it.",
                    PodOutcome.newBuilder()
                            .setNamespace("shop")
                            .setName("web-1")
                            .setOutcome(Outcome.OUTCOME_HELD)
                            .build());
            settle(stream, "emptying");
            assertThat(newest(path).get("state").asString()).isEqualTo("SENT");
            assertThat(newest(path).get("pods").get(0).get("outcome").asString())
                    .isEqualTo("HELD");

            order(path, "UNCORDON", "Not yet");
            assertThat(stream.nextOrder().getAction()).isEqualTo(NodeAction.NODE_ACTION_UNCORDON);
            tell(stream, drain.getOrder(), State.STATE_FAILED, "Stopped by a later order.");
            settle(stream, "emptying");
            JsonNode orders = api.get(path).json().get("orders");
            assertThat(orders.get(0).get("action").asString()).isEqualTo("UNCORDON");
            assertThat(orders.get(1).get("state").asString()).isEqualTo("WITHDRAWN");
            stream.complete();
        }
    }
}
