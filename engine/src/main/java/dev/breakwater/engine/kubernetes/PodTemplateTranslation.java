package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads what a workload says of its pods. */
final class PodTemplateTranslation {

    private final SecretGuard guard;
    private final Metadata metadata;
    private final VolumeTranslation volumes;

    PodTemplateTranslation(SecretGuard guard, Metadata metadata) {
        this.guard = guard;
        this.metadata = metadata;
        this.volumes = new VolumeTranslation(guard);
    }

    /**
     * @param template the node with the pods' {@code metadata} and {@code spec}
     * @param path where the pod spec stands in the object
     */
    PodTemplate of(JsonNode template, String path) {
        JsonNode spec = Tree.at(template, "spec");
        return new PodTemplate(
                path,
                Tree.textMap(template, "metadata.labels"),
                metadata.annotations(Tree.at(template, "metadata")),
                Tree.textOr(spec, "serviceAccountName", Tree.textOr(spec, "serviceAccount", "default")),
                Tree.flagOrNull(spec, "automountServiceAccountToken"),
                Tree.flag(spec, "hostNetwork"),
                Tree.flag(spec, "hostPID"),
                Tree.flag(spec, "hostIPC"),
                Tree.flag(spec, "shareProcessNamespace"),
                Tree.flagOrNull(spec, "hostUsers"),
                Tree.text(spec, "runtimeClassName"),
                Tree.text(spec, "priorityClassName"),
                Tree.text(spec, "nodeName"),
                Tree.textMap(spec, "nodeSelector"),
                sysctls(spec),
                Tree.textsOf(spec, "imagePullSecrets", "name"),
                Tree.objects(spec, "volumes").stream().map(volumes::of).toList(),
                containers(template, spec, path));
    }

    private static Map<String, String> sysctls(JsonNode spec) {
        Map<String, String> set = new TreeMap<>();
        for (JsonNode sysctl : Tree.objects(spec, "securityContext.sysctls")) {
            set.put(Tree.text(sysctl, "name"), Tree.text(sysctl, "value"));
        }
        return set;
    }

    private List<Container> containers(JsonNode template, JsonNode spec, String path) {
        SecurityContexts security = new SecurityContexts(spec, Tree.textMap(template, "metadata.annotations"));
        ContainerTranslation translation = new ContainerTranslation(guard, security);
        List<Container> containers = new ArrayList<>();
        for (Container.Type type : Container.Type.values()) {
            String list = listOf(type);
            int index = 0;
            for (JsonNode element : Tree.elements(spec, list)) {
                if (element.isObject()) {
                    containers.add(translation.of(element, type, path + "." + list + "[" + index + "]"));
                }
                index++;
            }
        }
        return containers;
    }

    private static String listOf(Container.Type type) {
        return switch (type) {
            case REGULAR -> "containers";
            case INIT -> "initContainers";
            case EPHEMERAL -> "ephemeralContainers";
        };
    }
}
