package dev.breakwater.cli.cluster;

import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.manifests.check.WithoutSecrets;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists what a cluster holds, page by page, and changes nothing. What secrets hold is dropped before the next page is asked for;
 * what manifests hold is redacted where it is judged, as everywhere.
 */
public final class ClusterReader {

    private static final int RETRIES = 2;
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int MOST_OBJECTS = 250_000;
    private static final Set<String> CONTROLLERS =
            Set.of("ReplicaSet", "StatefulSet", "DaemonSet", "Job", "ReplicationController");

    /**
     * What was read.
     *
     * @param name of the cluster in the kubeconfig
     * @param seen kinds of which everything was read
     * @param notSeen what was not, each in one sentence
     */
    public record Reading(String name, List<JsonNode> objects, Set<ObjectKind> seen, List<String> notSeen) {

        public Reading {
            objects = List.copyOf(objects);
            seen = Set.copyOf(seen);
            notSeen = List.copyOf(notSeen);
        }
    }

    private final KubernetesClient client;
    private final List<JsonNode> objects = new ArrayList<>();
    private final List<String> notSeen = new ArrayList<>();

    private ClusterReader(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Reads a cluster.
     *
     * @param context of the kubeconfig, {@code null} = its current one
     * @throws IOException if the kubeconfig cannot be used, or its cluster not be reached
     */
    public static Reading read(Path kubeconfig, @Nullable String context) throws IOException {
        if (!Files.exists(kubeconfig)) {
            throw new NoSuchFileException(kubeconfig.toString());
        }
        try {
            Config config = Config.fromKubeconfig(context, kubeconfig.toFile());
            config.setRequestRetryBackoffLimit(RETRIES);
            config.setConnectionTimeout(TIMEOUT_MILLIS);
            config.setRequestTimeout(TIMEOUT_MILLIS);
            try (KubernetesClient client =
                    new KubernetesClientBuilder().withConfig(config).build()) {
                client.getKubernetesVersion();
                return new ClusterReader(client).all(name(config));
            }
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new IOException("the cluster of " + kubeconfig + " cannot be read: " + reason(e), e);
        }
    }

    private static String name(Config config) {
        return config.getCurrentContext() == null
                ? config.getMasterUrl()
                : config.getCurrentContext().getContext().getCluster();
    }

    private Reading all(String name) {
        Set<ObjectKind> seen = EnumSet.noneOf(ObjectKind.class);
        Set<ObjectKind> missed = EnumSet.noneOf(ObjectKind.class);
        for (ReadApi api : ReadApi.ALL) {
            (list(api) ? seen : missed).add(api.kind());
        }
        seen.removeAll(missed);
        return new Reading(name, objects, seen, notSeen);
    }

    /** Answers whether all of it was read. */
    private boolean list(ReadApi api) {
        String why = "are not served by this cluster";
        for (ResourceDefinitionContext version : api.versions()) {
            int before = objects.size();
            try {
                pages(api, version);
                return true;
            } catch (KubernetesClientException e) {
                objects.subList(before, objects.size()).clear();
                if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                    continue;
                }
                boolean refused = e.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                        || e.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED;
                why = refused ? "may not be listed by this account" : "could not be listed: " + reason(e);
                break;
            }
        }
        notSeen.add("The " + api.name() + " of the cluster: " + why + ".");
        return false;
    }

    private void pages(ReadApi api, ResourceDefinitionContext version) {
        String next = null;
        Set<String> tokens = new HashSet<>();
        do {
            var resources = client.genericKubernetesResources(version);
            var where = version.isNamespaceScoped() ? resources.inAnyNamespace() : resources;
            GenericKubernetesResourceList page = where.list(new ListOptionsBuilder()
                    .withLimit(api.page())
                    .withContinue(next)
                    .withLabelSelector(api.selector())
                    .build());
            for (GenericKubernetesResource object : page.getItems()) {
                take(api, version, object);
            }
            next = page.getMetadata() == null ? null : page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty() && tokens.add(next));
    }

    private void take(ReadApi api, ResourceDefinitionContext version, GenericKubernetesResource object) {
        if (api.kindName().equals("Pod") && isTold(object)) {
            return;
        }
        if (objects.size() >= MOST_OBJECTS) {
            throw new KubernetesClientException("more than " + MOST_OBJECTS + " objects");
        }
        // Items of a list come without their kind.
        object.setKind(api.kindName());
        object.setApiVersion(api.apiVersion(version));
        objects.add(WithoutSecrets.of(JsonMapper.shared().valueToTree(object)));
    }

    /** Its controller tells of it. */
    private static boolean isTold(GenericKubernetesResource pod) {
        List<OwnerReference> owners = pod.getMetadata().getOwnerReferences();
        return owners != null
                && owners.stream()
                        .anyMatch(owner ->
                                Boolean.TRUE.equals(owner.getController()) && CONTROLLERS.contains(owner.getKind()));
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
