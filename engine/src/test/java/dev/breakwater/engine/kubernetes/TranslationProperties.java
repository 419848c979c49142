package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.breakwater.engine.model.Text;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The translation is total, and nothing passes the guard by. */
class TranslationProperties {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Map<String, List<String>> KINDS = Map.of(
            "v1", List.of("Namespace", "Node", "ServiceAccount", "Secret", "Service", "Endpoints", "Pod"),
            "apps/v1", List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"),
            "batch/v1", List.of("Job", "CronJob"),
            "rbac.authorization.k8s.io/v1", List.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"),
            "networking.k8s.io/v1", List.of("Ingress", "NetworkPolicy"),
            "discovery.k8s.io/v1", List.of("EndpointSlice"),
            "route.openshift.io/v1", List.of("Route"));

    /** Every field that the translation reads, so that generated trees have the right names at wrong places. */
    private static final List<String> FIELDS = List.of(
            "spec",
            "template",
            "jobTemplate",
            "metadata",
            "labels",
            "annotations",
            "containers",
            "initContainers",
            "volumes",
            "securityContext",
            "capabilities",
            "add",
            "seccompProfile",
            "type",
            "env",
            "envFrom",
            "valueFrom",
            "secretKeyRef",
            "ports",
            "port",
            "resources",
            "limits",
            "cpu",
            "memory",
            "volumeMounts",
            "selector",
            "matchExpressions",
            "operator",
            "ownerReferences",
            "controller",
            "status",
            "containerStatuses",
            "imageID",
            "state",
            "rules",
            "http",
            "paths",
            "backend",
            "service",
            "ingress",
            "from",
            "to",
            "ipBlock",
            "policyTypes",
            "subjects",
            "roleRef",
            "data",
            "stringData",
            "tls.crt",
            ".dockercfg",
            "subsets",
            "addresses",
            "targetRef",
            "endpoints",
            "name",
            "value",
            "privileged",
            "hostPath",
            "projected",
            "sources",
            "command",
            "args",
            "image",
            "tls",
            "host",
            "replicas");

    @Property(tries = 2_000)
    void noTreeMakesItFail(@ForAll("trees") JsonNode spec, @ForAll("trees") JsonNode other) {
        KubernetesTranslation translation = new KubernetesTranslation(Translated.OPEN, Owners.NONE);
        KINDS.forEach((apiVersion, kinds) -> kinds.forEach(kind -> {
            ObjectNode object = NODES.objectNode().put("apiVersion", apiVersion).put("kind", kind);
            ObjectNode metadata = object.putObject("metadata").put("name", "odd");
            metadata.set("labels", other);
            metadata.set("annotations", spec);
            metadata.set("ownerReferences", other);
            for (String field : List.of("spec", "status", "rules", "data", "subsets", "endpoints", "subjects")) {
                object.set(field, spec);
            }
            assertThatCode(() -> translation.translate(object)).doesNotThrowAnyException();
            assertThatCode(() -> translation.fromPod("Fleet", "f", object)).doesNotThrowAnyException();
        }));
        assertThatCode(() -> translation.translate(spec)).doesNotThrowAnyException();
        assertThatCode(() -> KubernetesTranslation.controllerOf(other)).doesNotThrowAnyException();
    }

    @Property(tries = 500)
    void noTextMakesTheReaderFail(@ForAll String text) {
        assertThatCode(() -> Manifests.read(text)).doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void nothingPassesTheGuardBy(@ForAll("secrets") String secret) {
        SecretGuard closed = new SecretGuard() {
            @Override
            public Text guardEnv(String key, String value) {
                return Text.redacted("test", value.length(), "00");
            }

            @Override
            public Text guardText(String key, String value) {
                return Text.redacted("test", value.length(), "00");
            }
        };
        String yaml = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, annotations: {a: SECRET, kubectl.kubernetes.io/last-applied-configuration: SECRET},
                           managedFields: [{manager: SECRET}]}
                spec:
                  template:
                    metadata: {annotations: {a: SECRET}}
                    spec:
                      volumes: [{name: code, gitRepo: {repository: "https://me:SECRET@git.example.com/x"}},
                                {name: csi, csi: {driver: d, volumeAttributes: {k: SECRET}}}]
                      containers:
                      - name: app
                        command: [run, --token, SECRET, --password=SECRET]
                        args: [SECRET]
                        env: [{name: TOKEN, value: SECRET}]
                        livenessProbe: {exec: {command: [SECRET]}}
                        lifecycle: {postStart: {exec: {command: [SECRET]}}}
                """.replace("SECRET", secret);
        JsonNode object = Manifests.read(yaml).objects().getFirst();

        assertThat(new KubernetesTranslation(closed, Owners.NONE).translate(object))
                .singleElement()
                .asString()
                .doesNotContain(secret);
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().alpha().ofMinLength(12).ofMaxLength(30);
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                Arbitraries.of("", "a", "-1", "true", "1e999999999", "99999999999999999999", "\0", "\ud800", "@sha256:")
                        .map(NODES::stringNode),
                Arbitraries.of(0L, -1L, 80L, Long.MAX_VALUE).map(NODES::numberNode),
                Arbitraries.of(0.5, Double.NaN, 1e300).map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        return Arbitraries.recursive(() -> scalars, this::containing, 1, 6);
    }

    private Arbitrary<JsonNode> containing(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> arrays =
                inner.list().ofMaxSize(3).map(elements -> NODES.arrayNode().addAll(elements));
        Arbitrary<JsonNode> objects = Arbitraries.maps(Arbitraries.of(FIELDS), inner)
                .ofMaxSize(6)
                .map(fields -> NODES.objectNode().setAll(fields));
        return Arbitraries.oneOf(arrays, objects);
    }
}
