package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** Every workload of a large set of real manifests, compared with a reading that shares nothing with the translation. */
class ManifestCorpusTest {

    private static final Set<String> WITH_TEMPLATE =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob");
    private static final Set<String> INVENTORIED = Set.of(
            "Namespace",
            "Node",
            "ServiceAccount",
            "Secret",
            "Service",
            "Endpoints",
            "EndpointSlice",
            "Ingress",
            "NetworkPolicy",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "Pod");

    private final KubernetesTranslation translation = new KubernetesTranslation(Translated.OPEN, Owners.NONE);
    private Path manifests = Path.of("");

    /** One row of the index. */
    private record Listed(String file, int objects, Set<String> kinds) {}

    @BeforeEach
    void needsTheCorpus() {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: no manifests to read");
        manifests = Path.of(Objects.requireNonNull(corpus), "manifests");
    }

    @Test
    void readsEveryFileAndEveryListedObject() throws IOException {
        List<Listed> index = index();
        for (Listed listed : index) {
            Manifests.Reading reading = Manifests.read(text(listed));
            assertThat(reading.problems()).as(listed.file()).isEmpty();
            assertThat(reading.objects().stream()
                            .filter(o -> listed.kinds().contains(o.path("kind").asString("")))
                            .count())
                    .as(listed.file())
                    .isEqualTo(listed.objects());
        }
        assertThat(index).hasSizeGreaterThan(1_000);
    }

    @Test
    void inventoriesEveryListedObjectOnce() throws IOException {
        int inventoried = 0;
        for (Listed listed : index()) {
            for (JsonNode object : Manifests.read(text(listed)).objects()) {
                String kind = object.path("kind").asString("");
                boolean core = !object.path("apiVersion").asString("").matches(".*(istio|knative|gateway).*");
                if (core && (INVENTORIED.contains(kind) || WITH_TEMPLATE.contains(kind))) {
                    assertThat(translation.translate(object))
                            .as("%s %s", listed.file(), object.path("metadata"))
                            .hasSize(1);
                    inventoried++;
                }
            }
        }
        assertThat(inventoried).isGreaterThan(1_700);
    }

    @Test
    void workloadsEqualAnIndependentReading() throws IOException {
        int workloads = 0;
        for (Listed listed : index()) {
            List<Facts> expected = independently(text(listed));
            List<Facts> translated = Manifests.read(text(listed)).objects().stream()
                    .flatMap(object -> translation.translate(object).stream())
                    .flatMap(ManifestCorpusTest::facts)
                    .toList();
            assertThat(translated).as(listed.file()).containsExactlyElementsOf(expected);
            workloads += expected.size();
        }
        assertThat(workloads).isBetween(680, 690);
    }

    /** What both readings must agree on. */
    private record Facts(
            String kind,
            String name,
            List<String> images,
            List<Boolean> privileged,
            Set<String> hostPaths,
            List<String> ports) {}

    private static Stream<Facts> facts(ClusterObject object) {
        if (!(object instanceof WorkloadSpec spec)) {
            return Stream.of();
        }
        PodTemplate pod = spec.template();
        Set<String> hostPaths = new TreeSet<>();
        pod.volumes().stream().filter(Volume::isHostPath).map(Volume::source).forEach(hostPaths::add);
        List<Container> containers = pod.containers();
        return Stream.of(new Facts(
                spec.kindName(),
                spec.meta().name(),
                containers.stream().map(c -> c.image().original()).toList(),
                containers.stream().map(c -> c.security().privileged()).toList(),
                hostPaths,
                containers.stream()
                        .flatMap(c -> c.ports().stream())
                        .map(p -> p.containerPort() + "/" + p.protocol() + "/" + p.hostPort())
                        .toList()));
    }

    private static List<Facts> independently(String text) {
        List<Facts> found = new ArrayList<>();
        for (Object document : new Yaml().loadAll(text.replaceAll("\t+\n", "\n"))) {
            Map<?, ?> object = map(document);
            List<Object> members =
                    String.valueOf(object.get("kind")).equals("List") ? list(object.get("items")) : List.of(object);
            for (Object member : members) {
                addFacts(map(member), found);
            }
        }
        return found;
    }

    private static void addFacts(Map<?, ?> object, List<Facts> found) {
        String kind = String.valueOf(object.get("kind"));
        Map<?, ?> pod = map(object.get("spec"));
        if (kind.equals("CronJob")) {
            pod = map(map(pod.get("jobTemplate")).get("spec"));
        }
        if (WITH_TEMPLATE.contains(kind)) {
            pod = map(map(pod.get("template")).get("spec"));
        } else if (!kind.equals("Pod")) {
            return;
        }
        Map<?, ?> metadata = map(object.get("metadata"));
        Object name = metadata.containsKey("name") ? metadata.get("name") : metadata.get("generateName");
        List<String> images = new ArrayList<>();
        List<Boolean> privileged = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        Set<String> hostPaths = new TreeSet<>();
        for (Object volume : list(pod.get("volumes"))) {
            if (map(volume).get("hostPath") instanceof Map<?, ?> hostPath) {
                hostPaths.add(String.valueOf(hostPath.get("path")));
            }
        }
        for (String key : List.of("containers", "initContainers")) {
            for (Object each : list(pod.get(key))) {
                Map<?, ?> container = map(each);
                images.add(
                        container.get("image") == null
                                ? ""
                                : container.get("image").toString());
                privileged.add(Boolean.TRUE.equals(
                        map(container.get("securityContext")).get("privileged")));
                for (Object port : list(container.get("ports"))) {
                    ports.add(number(map(port).get("containerPort")) + "/"
                            + or(map(port).get("protocol"), "TCP") + "/"
                            + number(map(port).get("hostPort")));
                }
            }
        }
        found.add(new Facts(kind, String.valueOf(name), images, privileged, hostPaths, ports));
    }

    private static Object or(Object value, Object absent) {
        return value == null ? absent : value;
    }

    /** A placeholder of a template ({@code ${PORT}}) is no number. */
    private static int number(Object value) {
        return value instanceof Integer number ? number : 0;
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Object> list(Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    private String text(Listed listed) throws IOException {
        return Files.readString(manifests.resolve(listed.file()));
    }

    private List<Listed> index() throws IOException {
        return Files.readAllLines(manifests.resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(row ->
                        new Listed(row[0], Integer.parseInt(row[1]), new HashSet<>(Arrays.asList(row[2].split(",")))))
                .toList();
    }
}
