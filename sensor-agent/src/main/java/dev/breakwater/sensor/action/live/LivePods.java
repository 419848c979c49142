package dev.breakwater.sensor.action.live;

import dev.breakwater.engine.node.DrainPlan;
import dev.breakwater.sensor.action.PodHands;
import dev.breakwater.sensor.action.SeenPod;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pods of a live cluster, by its API. */
final class LivePods implements PodHands {

    /** Before Kubernetes 1.22 there is only this one. */
    private static final String OLDER = "policy/v1beta1";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private final KubernetesClient client;
    private final String ownNamespace;
    private final String ownName;

    private volatile String version = "policy/v1";

    /** @param environment names the sensor's own pod, if it is one: POD_NAMESPACE and POD_NAME */
    LivePods(KubernetesClient client, Map<String, String> environment) {
        this.client = client;
        this.ownNamespace = environment.getOrDefault("POD_NAMESPACE", "");
        this.ownName = environment.getOrDefault("POD_NAME", "");
    }

    @Override
    public List<SeenPod> podsOn(String node) throws IOException {
        try {
            return client.pods().inAnyNamespace().withField("spec.nodeName", node).list().getItems().stream()
                    .map(this::seen)
                    .toList();
        } catch (KubernetesClientException e) {
            throw LiveNodes.refused("list pods", e);
        }
    }

    private SeenPod seen(Pod pod) {
        Optional<OwnerReference> controller = pod.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst();
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        boolean mirror = annotations != null && annotations.containsKey(DrainPlan.MIRROR);
        boolean daemon = controller
                .map(OwnerReference::getKind)
                .filter("DaemonSet"::equals)
                .isPresent();
        @Nullable
        String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
        return new SeenPod(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                String.valueOf(pod.getMetadata().getUid()),
                mirror || daemon,
                controller.isPresent(),
                phase != null && ENDED.contains(phase),
                pod.getSpec() != null
                        && pod.getSpec().getVolumes().stream()
                                .anyMatch(volume -> volume.getEmptyDir() != null || volume.getHostPath() != null),
                pod.getMetadata().getNamespace().equals(ownNamespace)
                        && pod.getMetadata().getName().equals(ownName));
    }

    @Override
    public long othersThatTakePods(String node) throws IOException {
        try {
            return client.nodes().list().getItems().stream()
                    .filter(other -> !other.getMetadata().getName().equals(node))
                    .filter(LivePods::takesPods)
                    .count();
        } catch (KubernetesClientException e) {
            throw LiveNodes.refused("list nodes", e);
        }
    }

    private static boolean takesPods(Node node) {
        boolean open =
                node.getSpec() == null || !Boolean.TRUE.equals(node.getSpec().getUnschedulable());
        return open
                && node.getStatus() != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    @Override
    public Answer evict(SeenPod pod) throws IOException {
        try {
            send(pod);
            return new Answer(Eviction.ACCEPTED, "");
        } catch (KubernetesClientException e) {
            return switch (e.getCode()) {
                case TOO_MANY_REQUESTS -> new Answer(Eviction.HELD, words(e));
                case NOT_FOUND, CONFLICT -> new Answer(Eviction.GONE, "");
                default -> throw LiveNodes.refused("create pods/eviction of " + pod.text(), e);
            };
        }
    }

    private void send(SeenPod pod) {
        try {
            post(pod, version);
        } catch (KubernetesClientException e) {
            if (e.getCode() != BAD_REQUEST || version.equals(OLDER)) {
                throw e;
            }
            post(pod, OLDER);
            // Only where that is what was wrong: a request may be bad for another reason.
            version = OLDER;
        }
    }

    /** With the uid, so that another pod of the same name, such as a StatefulSet's next one, is not met. */
    private void post(SeenPod pod, String version) {
        Map<String, Object> eviction = Map.of(
                "apiVersion",
                version,
                "kind",
                "Eviction",
                "metadata",
                Map.of("namespace", pod.namespace(), "name", pod.name()),
                "deleteOptions",
                Map.of("preconditions", Map.of("uid", pod.uid())));
        client.raw("/api/v1/namespaces/" + pod.namespace() + "/pods/" + pod.name() + "/eviction", "POST", eviction);
    }

    private static String words(KubernetesClientException e) {
        return e.getStatus() != null && e.getStatus().getMessage() != null
                ? e.getStatus().getMessage()
                : "A disruption budget does not allow it now.";
    }

    @Override
    public boolean isGone(SeenPod pod) throws IOException {
        try {
            @Nullable
            Pod now = client.pods()
                    .inNamespace(pod.namespace())
                    .withName(pod.name())
                    .get();
            return now == null || !pod.uid().equals(now.getMetadata().getUid());
        } catch (KubernetesClientException e) {
            throw LiveNodes.refused("get pods", e);
        }
    }
}
