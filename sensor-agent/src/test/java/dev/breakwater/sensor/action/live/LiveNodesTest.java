package dev.breakwater.sensor.action.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.breakwater.contracts.NodeActionCodec;
import dev.breakwater.contracts.v1.NodeOrder;
import dev.breakwater.contracts.v1.NodeOrderNews;
import dev.breakwater.contracts.v1.NodeOrderNews.State;
import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.sensor.action.FolderNodes;
import dev.breakwater.sensor.action.NodeRules;
import dev.breakwater.sensor.action.OrderedNodeActions;
import dev.breakwater.sensor.link.StateFolder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What central orders is done within what the sensor allows, once, and to the node that was meant. */
@EnableKubernetesMockClient(crud = true)
class LiveNodesTest {

    private static final NodeRules ISOLATING = new NodeRules(Set.of(NodeAction.CORDON, NodeAction.UNCORDON), false);

    @TempDir
    private Path folder;

    private KubernetesClient client;
    private final Semaphore told = new Semaphore(0);

    @BeforeEach
    void makeNodes() {
        client.nodes().resource(node("worker-1", "worker")).create();
        client.nodes().resource(node("control-1", "control-plane")).create();
    }

    private static Node node(String name, String role) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("node-role.kubernetes.io/" + role, "")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
    }

    private OrderedNodeActions actions(NodeRules rules) throws Exception {
        OrderedNodeActions actions = OrderedNodeActions.of(
                rules, new LiveNodes(ownClient(), Map.of()), StateFolder.open(folder), InstantSource.system());
        actions.onNews(told::release);
        return actions;
    }

    /** Closed with what uses it. */
    private KubernetesClient ownClient() {
        return new KubernetesClientBuilder()
                .withConfig(client.getConfiguration())
                .build();
    }

    private String uid(String node) {
        return client.nodes().withName(node).get().getMetadata().getUid();
    }

    private static NodeOrder order(String id, NodeAction action, String node, String uid) {
        return NodeOrder.newBuilder()
                .setOrder(ByteString.copyFrom(id.getBytes(StandardCharsets.UTF_8)))
                .setAction(NodeActionCodec.toWire(action))
                .setNode(node)
                .setUid(uid)
                .setValidMillis(60_000)
                .setActor("ann")
                .build();
    }

    private NodeOrderNews end(OrderedNodeActions actions) throws Exception {
        assertThat(told.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        List<NodeOrderNews> news = actions.due(10);
        assertThat(news).hasSize(1);
        return news.getFirst();
    }

    private boolean isCordoned(String name) {
        return Boolean.TRUE.equals(client.nodes().withName(name).get().getSpec().getUnschedulable());
    }

    @Test
    void isolatesANodeAndTakesItBack() throws Exception {
        try (OrderedNodeActions actions = actions(ISOLATING)) {
            actions.requested(order("order-1", NodeAction.CORDON, "worker-1", uid("worker-1")));
            NodeOrderNews end = end(actions);

            assertThat(end.getState()).as(end.getDetail()).isEqualTo(State.STATE_DONE);
            assertThat(isCordoned("worker-1")).isTrue();
            assertThat(client.nodes().withName("worker-1").get().getMetadata().getAnnotations())
                    .containsEntry(LiveNodes.ANNOTATION, "6f726465722d31");

            actions.requested(order("order-2", NodeAction.UNCORDON, "worker-1", uid("worker-1")));
            assertThat(end(actions).getState()).isEqualTo(State.STATE_DONE);
            assertThat(isCordoned("worker-1")).isFalse();
        }
    }

    @Test
    void carriesOutTheOrdersForANodeInTurn() throws Exception {
        try (OrderedNodeActions actions = actions(ISOLATING)) {
            String uid = uid("worker-1");
            for (int i = 0; i < 10; i++) {
                actions.requested(order("cordon-" + i, NodeAction.CORDON, "worker-1", uid));
                actions.requested(order("uncordon-" + i, NodeAction.UNCORDON, "worker-1", uid));
            }
            assertThat(told.tryAcquire(20, 60, TimeUnit.SECONDS)).isTrue();
            assertThat(actions.due(100))
                    .extracting(news -> news.getOrder().toStringUtf8())
                    .startsWith("cordon-0", "uncordon-0", "cordon-1")
                    .endsWith("cordon-9", "uncordon-9");
        }
        assertThat(isCordoned("worker-1")).isFalse();
    }

    @Test
    void anOrderThatComesAgainAfterARestartIsAnsweredAndNotDoneAgain() throws Exception {
        NodeOrder cordon = order("order-1", NodeAction.CORDON, "worker-1", uid("worker-1"));
        try (OrderedNodeActions actions = actions(ISOLATING)) {
            actions.requested(cordon);
            end(actions);
        }
        client.nodes()
                .withName("worker-1")
                .edit(node -> new NodeBuilder(node)
                        .editSpec()
                        .withUnschedulable(false)
                        .endSpec()
                        .build());

        try (OrderedNodeActions restarted = actions(ISOLATING)) {
            restarted.requested(cordon);
            assertThat(end(restarted).getState()).isEqualTo(State.STATE_DONE);
        }
        assertThat(isCordoned("worker-1")).isFalse();
    }

    @Test
    void refusesWhatIsNotAllowedHere() throws Exception {
        try (OrderedNodeActions actions = actions(new NodeRules(Set.of(NodeAction.UNCORDON), false))) {
            assertThat(actions.allowed()).containsExactly(NodeAction.UNCORDON);
            actions.requested(order("order-1", NodeAction.CORDON, "worker-1", uid("worker-1")));
            NodeOrderNews end = end(actions);
            assertThat(end.getState()).isEqualTo(State.STATE_REFUSED);
            assertThat(end.getDetail()).contains("does not allow 'cordon'");
        }
        assertThat(isCordoned("worker-1")).isFalse();
    }

    @Test
    void refusesAnotherNodeOfTheSameNameOneThatIsGoneAndTheControlPlane() throws Exception {
        try (OrderedNodeActions actions = actions(ISOLATING)) {
            actions.requested(order("order-1", NodeAction.CORDON, "worker-1", "uid-of-before"));
            assertThat(end(actions).getDetail()).contains("The node that was meant is gone");
            actions.requested(order("order-2", NodeAction.CORDON, "worker-9", "uid-9"));
            assertThat(end(actions).getDetail()).contains("no node worker-9");
            actions.requested(order("order-3", NodeAction.CORDON, "control-1", uid("control-1")));
            NodeOrderNews refused = end(actions);
            assertThat(refused.getState()).isEqualTo(State.STATE_REFUSED);
            assertThat(refused.getDetail()).contains("control plane");
        }
        assertThat(isCordoned("worker-1")).isFalse();
        assertThat(isCordoned("control-1")).isFalse();
        try (OrderedNodeActions allowed = actions(new NodeRules(Set.of(NodeAction.CORDON), true))) {
            allowed.requested(order("order-4", NodeAction.CORDON, "control-1", uid("control-1")));
            assertThat(end(allowed).getState()).isEqualTo(State.STATE_DONE);
        }
    }

    @Test
    void refusesAnOrderWhoseTimeIsOver() throws Exception {
        try (OrderedNodeActions actions = actions(ISOLATING)) {
            actions.requested(order("order-1", NodeAction.CORDON, "worker-1", uid("worker-1")).toBuilder()
                    .setValidMillis(0)
                    .build());
            assertThat(end(actions).getDetail()).contains("Its time was over");
        }
        assertThat(isCordoned("worker-1")).isFalse();
    }

    @Test
    void aFolderHasItsManifestChangedInOneLine() throws Exception {
        Path manifests = Files.createDirectories(folder.resolve("manifests"));
        Path file = manifests.resolve("nodes.yaml");
        String before = """
                apiVersion: v1
                kind: Node
                metadata:
                  name: a
                spec:
                  providerID: x://a # kept
                ---
                apiVersion: v1
                kind: Node
                metadata:
                  name: b
                """;
        Files.writeString(file, before);
        FolderNodes nodes = new FolderNodes(List.of(manifests));

        nodes.unschedulable(nodes.find("a").orElseThrow(), true, "order");
        assertThat(Files.readString(file))
                .isEqualTo(before.replace("  providerID", "  unschedulable: true\n  providerID"));
        nodes.unschedulable(nodes.find("b").orElseThrow(), true, "order");
        assertThat(nodes.find("b").orElseThrow().unschedulable()).isTrue();
        nodes.unschedulable(nodes.find("a").orElseThrow(), false, "order");
        assertThat(nodes.find("a").orElseThrow().unschedulable()).isFalse();
        assertThat(nodes.find("c")).isEmpty();
    }
}
