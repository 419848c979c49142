package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An object from an informer reads the same as the document that it was made from. */
class TypedObjectsTest {

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Stream.of(
                    Namespace.class,
                    ServiceAccount.class,
                    Secret.class,
                    Service.class,
                    Endpoints.class,
                    Pod.class,
                    ReplicationController.class,
                    Deployment.class,
                    StatefulSet.class,
                    DaemonSet.class,
                    Job.class,
                    CronJob.class,
                    Ingress.class,
                    NetworkPolicy.class,
                    Role.class,
                    ClusterRole.class,
                    RoleBinding.class,
                    ClusterRoleBinding.class)
            .collect(Collectors.toMap(TypedObjectsTest::apiVersionAndKind, type -> type));

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final KubernetesTranslation translation = new KubernetesTranslation(Translated.OPEN, Owners.NONE);

    private static String apiVersionAndKind(Class<? extends HasMetadata> type) {
        return HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type);
    }

    @Test
    void typedAndGenericObjectsReadLikeTheirDocuments() throws IOException {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: no manifests to read");
        Path manifests = Path.of(Objects.requireNonNull(corpus), "manifests");
        int typed = 0;
        int refused = 0;
        for (String line : Files.readAllLines(manifests.resolve("index.tsv")).subList(1, 1_149)) {
            String file = line.substring(0, line.indexOf('\t'));
            for (JsonNode object :
                    Manifests.read(Files.readString(manifests.resolve(file))).objects()) {
                String type = object.path("apiVersion").asString("") + " "
                        + object.path("kind").asString("");
                assertThat(translation.translate(json.treeToValue(object, GenericKubernetesResource.class)))
                        .as(file)
                        .isEqualTo(translation.translate(object));
                if (TYPES.containsKey(type)) {
                    try {
                        HasMetadata informed = json.treeToValue(object, TYPES.get(type));
                        assertThat(translation.translate(informed)).as(file).isEqualTo(translation.translate(object));
                        typed++;
                    } catch (JacksonException e) {
                        refused++;
                    }
                }
            }
        }
        assertThat(typed).isGreaterThan(1_700);
        assertThat(refused).isLessThan(10);
    }
}
