package dev.breakwater.sensor.action.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakwater.engine.model.NodeAction;
import dev.breakwater.sensor.action.NodeHands;
import dev.breakwater.sensor.action.PodHands;
import dev.breakwater.sensor.action.SeenNode;
import dev.breakwater.sensor.watch.live.LiveSource;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nodes of a live cluster, by its API. */
public final class LiveNodes implements NodeHands {

    /** Left on a node that is isolated: the id of the order. */
    static final String ANNOTATION = "breakwater.dev/isolated-by";

    private final KubernetesClient client;
    private final PodHands pods;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param client of its own, closed with this; it should not try again by itself
     * @param environment names the sensor's own pod, if it is one: POD_NAMESPACE and POD_NAME
     */
    LiveNodes(KubernetesClient client, Map<String, String> environment) {
        this.client = client;
        this.pods = new LivePods(client, environment);
    }

    /**
     * Opens the API of a kubeconfig. It does not try again by itself: what was refused is told.
     *
     * @param kubeconfig {@code null} = the cluster that this process runs in
     * @param context {@code null} = the current one
     * @throws IOException if the kubeconfig cannot be used
     */
    public static LiveNodes open(@Nullable Path kubeconfig, @Nullable String context, Map<String, String> environment)
            throws IOException {
        return new LiveNodes(LiveSource.client(kubeconfig, context, 0), environment);
    }

    @Override
    public Set<NodeAction> abilities() {
        return Set.of(NodeAction.CORDON, NodeAction.UNCORDON, NodeAction.DRAIN);
    }

    @Override
    public Optional<SeenNode> find(String name) throws IOException {
        try {
            @Nullable Node node = client.nodes().withName(name).get();
            return node == null ? Optional.empty() : Optional.of(seen(node));
        } catch (KubernetesClientException e) {
            throw refused("get nodes", e);
        }
    }

    private static SeenNode seen(Node node) {
        Map<String, String> labels = node.getMetadata().getLabels();
        boolean controlPlane = labels != null && SeenNode.CONTROL_PLANE.stream().anyMatch(labels::containsKey);
        boolean unschedulable =
                node.getSpec() != null && Boolean.TRUE.equals(node.getSpec().getUnschedulable());
        return new SeenNode(
                node.getMetadata().getName(), String.valueOf(node.getMetadata().getUid()), controlPlane, unschedulable);
    }

    /** The uid stands in the patch: the API refuses it if the node was replaced since. */
    @Override
    public void unschedulable(SeenNode node, boolean unschedulable, String order) throws IOException {
        Map<String, @Nullable String> annotations = new HashMap<>();
        annotations.put(ANNOTATION, unschedulable ? order : null);
        Map<String, Object> patch = Map.of(
                "metadata",
                Map.of("uid", node.uid(), "annotations", annotations),
                "spec",
                Map.of("unschedulable", unschedulable));
        try {
            client.nodes()
                    .withName(node.name())
                    .patch(PatchContext.of(PatchType.JSON_MERGE), json.writeValueAsString(patch));
        } catch (KubernetesClientException e) {
            throw refused("patch nodes", e);
        }
    }

    /** In words, without what a response may hold besides. */
    static IOException refused(String what, KubernetesClientException e) {
        String why = e.getStatus() != null && e.getStatus().getMessage() != null
                ? e.getStatus().getMessage()
                : String.valueOf(e.getMessage());
        String code = e.getCode() > 0 ? " (" + e.getCode() + ")" : "";
        return new IOException("The Kubernetes API did not take '" + what + "'" + code + ": " + why, e);
    }

    @Override
    public Optional<PodHands> pods() {
        return Optional.of(pods);
    }

    @Override
    public void close() {
        client.close();
    }
}
