package dev.breakwater.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What runs is restricted and may do no more than it needs. */
class ChartSecurityTest {

    static Stream<Arguments> cases() {
        return ChartTest.cases();
    }

    /** The restricted profile of the pod security standards, written down apart from the charts. */
    @ParameterizedTest
    @MethodSource("cases")
    void everyPodFitsTheRestrictedStandard(Chart chart, Path values) {
        List<JsonNode> pods = pods(chart, values);
        assertThat(pods).hasSize(2);
        for (JsonNode pod : pods) {
            assertThat(pod.path("hostNetwork").asBoolean(false)).isFalse();
            assertThat(pod.path("hostPID").asBoolean(false)).isFalse();
            assertThat(pod.path("hostIPC").asBoolean(false)).isFalse();
            assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean())
                    .isTrue();
            assertThat(pod.path("securityContext").path("runAsUser").asInt()).isPositive();
            assertThat(pod.path("securityContext")
                            .path("seccompProfile")
                            .path("type")
                            .asString())
                    .isEqualTo("RuntimeDefault");
            for (JsonNode volume : pod.path("volumes")) {
                assertThat(volume.propertyNames())
                        .containsAnyOf("emptyDir", "persistentVolumeClaim", "configMap", "secret")
                        .doesNotContain("hostPath");
            }
            for (JsonNode container : pod.path("containers")) {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.path("capabilities").path("drop").path(0).asString())
                        .isEqualTo("ALL");
                assertThat(security.path("capabilities").has("add")).isFalse();
                assertThat(container.path("resources").path("limits").has("memory"))
                        .isTrue();
                assertThat(container.path("resources").path("requests").has("cpu"))
                        .isTrue();
                assertThat(container.path("ports").findValues("hostPort")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probesAreApart(Chart chart, Path values) {
        JsonNode main = pods(chart, values).stream()
                .map(pod -> pod.path("containers").path(0))
                .filter(container -> container.has("livenessProbe"))
                .findFirst()
                .orElseThrow();
        assertThat(main.path("startupProbe").path("failureThreshold").asInt()).isGreaterThan(10);
        assertThat(main.path("livenessProbe").path("httpGet").path("path"))
                .isNotEqualTo(main.path("readinessProbe").path("httpGet").path("path"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rightsAreToReadOnly(Chart chart, Path values) {
        for (JsonNode object : chart.objects(values, Chart.NEW)) {
            String kind = object.path("kind").asString();
            assertThat(kind).as("roles in namespaces").isNotEqualTo("Role").isNotEqualTo("RoleBinding");
            if (chart == Chart.CENTRAL) {
                assertThat(kind).isNotEqualTo("ClusterRole");
            }
            for (JsonNode rule : object.path("rules")) {
                Set<String> verbs = texts(rule.path("verbs"));
                if (isForNodeActions(rule)) {
                    assertThat(values.getFileName().toString()).startsWith("everything");
                    continue;
                }
                assertThat(verbs).isSubsetOf("get", "list", "watch");
                assertThat(verbs.contains("get")).isEqualTo(rule.has("resourceNames"));
                assertThat(texts(rule.path("resources"))).doesNotContain("*");
                assertThat(texts(rule.path("apiGroups"))).doesNotContain("*");
            }
        }
    }

    /** What is written, and read one by one, to do what central orders. */
    private static boolean isForNodeActions(JsonNode rule) {
        Set<String> verbs = texts(rule.path("verbs"));
        return switch (String.join(",", texts(rule.path("resources")))) {
            case "nodes" -> verbs.equals(Set.of("get", "patch"));
            case "pods" -> verbs.equals(Set.of("get"));
            case "pods/eviction" -> verbs.equals(Set.of("create"));
            default -> false;
        };
    }

    @Test
    void nodesAreChangedOnlyIfAskedFor() {
        assertThat(resources(Chart.SENSOR.values("minimal"))).doesNotContain("pods/eviction");
        assertThat(resources(Chart.SENSOR.values("everything"))).contains("pods/eviction");
        String without = String.join("\n", arguments(Chart.SENSOR.values("minimal")));
        assertThat(without).doesNotContain("--allow-");
        assertThat(arguments(Chart.SENSOR.values("everything")))
                .contains("--allow-node-actions=cordon,uncordon,drain", "--allow-control-plane");
    }

    private static Set<String> arguments(Path values) {
        return texts(pods(Chart.SENSOR, values).stream()
                .map(pod -> pod.path("containers").path(0))
                .filter(container -> container.path("name").asString().equals("sensor"))
                .map(container -> container.path("args"))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void secretsAreReadOnlyIfAskedFor() {
        assertThat(resources(Chart.SENSOR.values("minimal"))).contains("secrets", "pods", "clusterrolebindings");
        assertThat(resources(Chart.SENSOR.values("secret")))
                .doesNotContain("secrets")
                .contains("pods");
    }

    @Test
    void securityPoliciesAreAKindOnlyIfAskedFor() {
        List<JsonNode> with = Chart.SENSOR.objects(Chart.SENSOR.values("everything"), Chart.OLD);
        JsonNode kind = one(with, "CustomResourceDefinition").path("spec");
        assertThat(kind.path("scope").asString()).isEqualTo("Namespaced");
        JsonNode spec = kind.path("versions").path(0).at("/schema/openAPIV3Schema/properties/spec/properties");
        assertThat(spec.at("/severity/enum")).hasSize(4);
        assertThat(spec.at("/exclusions/items/properties/scope")).isEqualTo(spec.at("/scopes/items"));
        assertThat(resources(Chart.SENSOR.values("everything"))).contains("securitypolicies");

        assertThat(resources(Chart.SENSOR.values("minimal"))).doesNotContain("securitypolicies");
        assertThat(Chart.SENSOR.objects(Chart.SENSOR.values("minimal"), Chart.NEW))
                .noneMatch(object -> object.path("kind").asString().equals("CustomResourceDefinition"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyTheSensorGetsATokenOfTheKubernetesApi(Chart chart, Path values) {
        for (JsonNode pod : pods(chart, values)) {
            boolean sensor =
                    pod.path("containers").path(0).path("name").asString().equals("sensor");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isEqualTo(sensor);
        }
    }

    /** Node mode is the one part with privileges: off unless asked for, and with no more than it needs to read. */
    @Test
    void nodeModeReadsTheHostAndChangesNothing() {
        assertThat(Chart.SENSOR.objects(Chart.SENSOR.values("everything"), Chart.NEW))
                .noneMatch(object -> object.path("kind").asString().equals("DaemonSet"));
        JsonNode pod = one(Chart.SENSOR.objects(Chart.SENSOR.values("node"), Chart.NEW), "DaemonSet")
                .at("/spec/template/spec");
        JsonNode container = pod.path("containers").path(0);
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("hostIPC").asBoolean(false)).isFalse();
        assertThat(texts(container.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
        assertThat(texts(container.at("/securityContext/capabilities/add")))
                .containsExactly("DAC_READ_SEARCH", "SYS_PTRACE");
        assertThat(container.at("/securityContext/privileged").asBoolean()).isFalse();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean())
                .isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        for (JsonNode mount : container.path("volumeMounts")) {
            boolean scratch = mount.path("name").asString().equals("tmp");
            assertThat(mount.path("readOnly").asBoolean(false)).isEqualTo(!scratch);
        }
        assertThat(texts(container.path("args")))
                .contains("--node", "--root=/host", "--url=https://breakwater.example.com", "--interval=360")
                .doesNotContain("--plain-http");
        assertThat(container.path("resources").path("limits").has("memory")).isTrue();
    }

    @Test
    void networkPoliciesSelectThePodsAndNameEveryPort() {
        for (Chart chart : Chart.values()) {
            List<JsonNode> objects = chart.objects(chart.values("minimal"), Chart.NEW);
            JsonNode policy = one(objects, "NetworkPolicy");
            JsonNode pod = one(objects, chart == Chart.CENTRAL ? "Deployment" : "StatefulSet");
            assertThat(texts(policy.path("spec").path("policyTypes"))).containsExactly("Egress", "Ingress");
            assertThat(policy.path("spec").path("podSelector").path("matchLabels"))
                    .isEqualTo(pod.path("spec").path("selector").path("matchLabels"));
            for (JsonNode egress : policy.path("spec").path("egress")) {
                assertThat(egress.path("ports")).isNotEmpty();
            }
        }
        assertThat(one(Chart.SENSOR.objects(Chart.SENSOR.values("minimal"), Chart.NEW), "NetworkPolicy")
                        .path("spec")
                        .path("egress")
                        .toString())
                .contains("9443");
    }

    private static Set<String> resources(Path values) {
        Set<String> resources = new TreeSet<>();
        for (JsonNode rule :
                one(Chart.SENSOR.objects(values, Chart.NEW), "ClusterRole").path("rules")) {
            resources.addAll(texts(rule.path("resources")));
        }
        return resources;
    }

    private static JsonNode one(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> pods(Chart chart, Path values) {
        List<JsonNode> pods = new ArrayList<>();
        for (JsonNode object : chart.objects(values, Chart.NEW)) {
            switch (object.path("kind").asString()) {
                case "Pod" -> pods.add(object.path("spec"));
                case "Deployment", "StatefulSet" ->
                    pods.add(object.path("spec").path("template").path("spec"));
                default -> {}
            }
        }
        return pods;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
