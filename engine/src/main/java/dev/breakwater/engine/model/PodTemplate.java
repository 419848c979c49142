package dev.breakwater.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pods that a workload makes.
 *
 * @param path where the pod spec stands in the object: {@code spec.template.spec}, {@code spec.jobTemplate.spec.template.spec}, {@code spec}
 * @param serviceAccount never empty: {@code default} when the object names none
 * @param automountToken the pod's own setting, {@code null} = not set
 * @param hostUsers {@code false} = runs in its own user namespace; {@code null} = not set
 * @param containers regular, init and ephemeral ones, in that order
 */
public record PodTemplate(
        String path,
        Map<String, String> labels,
        Map<String, Text> annotations,
        String serviceAccount,
        @Nullable Boolean automountToken,
        boolean hostNetwork,
        boolean hostPid,
        boolean hostIpc,
        boolean shareProcessNamespace,
        @Nullable Boolean hostUsers,
        String runtimeClass,
        String priorityClass,
        String nodeName,
        Map<String, String> nodeSelector,
        Map<String, String> sysctls,
        List<String> imagePullSecrets,
        List<Volume> volumes,
        List<Container> containers) {

    public PodTemplate {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        nodeSelector = Map.copyOf(nodeSelector);
        sysctls = Map.copyOf(sysctls);
        imagePullSecrets = List.copyOf(imagePullSecrets);
        volumes = List.copyOf(volumes);
        containers = List.copyOf(containers);
    }
}
