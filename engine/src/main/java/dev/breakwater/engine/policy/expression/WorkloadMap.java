package dev.breakwater.engine.policy.expression;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.SecurityContext;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import dev.breakwater.engine.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A workload as maps and lists, in the names that manifests use. What is unknown or not set is not in it. */
final class WorkloadMap {

    private WorkloadMap() {}

    static Map<String, Object> of(Workload workload) {
        PodTemplate pod = workload.spec().template();
        Map<String, Object> map = new HashMap<>();
        map.put("cluster", workload.cluster());
        map.put("namespace", workload.namespace());
        map.put("name", workload.name());
        map.put("kind", workload.spec().kindName());
        map.put("labels", workload.spec().meta().labels());
        map.put("annotations", texts(workload.spec().meta().annotations()));
        put(map, "replicas", number(workload.spec().replicas()));
        map.put("podLabels", pod.labels());
        map.put("serviceAccountName", pod.serviceAccount());
        map.put("hostNetwork", pod.hostNetwork());
        map.put("hostPID", pod.hostPid());
        map.put("hostIPC", pod.hostIpc());
        map.put("shareProcessNamespace", pod.shareProcessNamespace());
        put(map, "hostUsers", pod.hostUsers());
        map.put("runtimeClassName", pod.runtimeClass());
        map.put("priorityClassName", pod.priorityClass());
        map.put("nodeSelector", pod.nodeSelector());
        map.put("sysctls", pod.sysctls());
        map.put("volumes", pod.volumes().stream().map(WorkloadMap::volume).toList());
        map.put(
                "containers",
                workload.containers().stream()
                        .map(container -> container(workload, container))
                        .toList());
        workload.namespaceLabels().toOptional().ifPresent(labels -> map.put("namespaceLabels", labels));
        workload.tokenMounted().toOptional().ifPresent(mounted -> map.put("tokenMounted", mounted));
        workload.runningReplicas().toOptional().ifPresent(count -> map.put("runningReplicas", count.longValue()));
        workload.grants()
                .toOptional()
                .ifPresent(grants -> map.put("rbacLevel", grants.level().name()));
        workload.networkPolicies()
                .toOptional()
                .ifPresent(applied ->
                        map.put("networkPolicies", Map.of("ingress", applied.ingress(), "egress", applied.egress())));
        workload.exposures()
                .toOptional()
                .ifPresent(exposures -> map.put(
                        "exposures",
                        exposures.stream().map(WorkloadMap::exposure).toList()));
        return map;
    }

    private static Map<String, Object> container(Workload workload, Container container) {
        Map<String, Object> map = new HashMap<>();
        map.put("name", container.name());
        map.put("type", container.type().name());
        map.put("image", image(container));
        map.put("imagePullPolicy", container.pullPolicy());
        map.put("command", words(container.command()));
        map.put("args", words(container.args()));
        map.put("env", container.env().stream().map(WorkloadMap::variable).toList());
        map.put(
                "ports",
                container.ports().stream()
                        .map(port -> Map.of(
                                "name",
                                port.name(),
                                "containerPort",
                                (long) port.containerPort(),
                                "hostPort",
                                (long) port.hostPort(),
                                "protocol",
                                port.protocol()))
                        .toList());
        map.put(
                "volumeMounts",
                container.mounts().stream().map(WorkloadMap::mount).toList());
        map.put("securityContext", security(container.security()));
        map.put("resources", resources(container));
        map.put(
                "probes",
                Map.of(
                        "liveness", container.probes().liveness(),
                        "readiness", container.probes().readiness(),
                        "startup", container.probes().startup()));
        workload.imageOf(container).scan().toOptional().ifPresent(scan -> map.put("packages", packages(scan)));
        return map;
    }

    private static Map<String, Object> image(Container container) {
        return Map.of(
                "registry", container.image().registry(),
                "repository", container.image().repository(),
                "tag", container.image().tag(),
                "pinned", container.image().isPinned(),
                "reference", container.image().original());
    }

    private static Map<String, Object> variable(EnvVar variable) {
        Map<String, Object> map = new HashMap<>();
        map.put("name", variable.name());
        map.put("source", variable.source().name());
        map.put("reference", variable.reference());
        put(map, "value", variable.value() == null ? null : variable.value().value());
        return map;
    }

    private static Map<String, Object> mount(VolumeMount mount) {
        return Map.of(
                "name", mount.volume(),
                "mountPath", mount.path(),
                "subPath", mount.subPath(),
                "readOnly", mount.readOnly(),
                "mountPropagation", mount.propagation());
    }

    private static Map<String, Object> security(SecurityContext context) {
        Map<String, Object> map = new HashMap<>();
        map.put("privileged", context.privileged());
        put(map, "runAsUser", context.runAsUser());
        put(map, "runAsGroup", context.runAsGroup());
        put(map, "runAsNonRoot", context.runAsNonRoot());
        put(map, "readOnlyRootFilesystem", context.readOnlyRootFilesystem());
        put(map, "allowPrivilegeEscalation", context.allowPrivilegeEscalation());
        map.put("capabilitiesAdd", context.capabilitiesAdd());
        map.put("capabilitiesDrop", context.capabilitiesDrop());
        put(map, "seccompType", context.seccompType());
        put(map, "appArmorProfile", context.appArmorProfile());
        put(map, "procMount", context.procMount());
        return map;
    }

    private static Map<String, Object> resources(Container container) {
        Map<String, Object> map = new HashMap<>();
        put(map, "cpuRequest", container.resources().cpuRequest());
        put(map, "cpuLimit", container.resources().cpuLimit());
        put(map, "memoryRequest", container.resources().memoryRequest());
        put(map, "memoryLimit", container.resources().memoryLimit());
        return map;
    }

    private static Map<String, Object> volume(Volume volume) {
        return Map.of("name", volume.name(), "type", volume.type(), "source", volume.source());
    }

    private static Map<String, Object> exposure(Exposure exposure) {
        return Map.of(
                "port", (long) exposure.containerPort(),
                "protocol", exposure.protocol(),
                "method", exposure.method().name());
    }

    private static List<Map<String, Object>> packages(ImageScan scan) {
        List<Map<String, Object>> packages = new ArrayList<>();
        for (ImageScan.InstalledPackage installed : scan.packages()) {
            packages.add(Map.of("name", installed.name(), "version", installed.version()));
        }
        return packages;
    }

    /** Those whose value left the cluster. */
    private static Map<String, String> texts(Map<String, Text> texts) {
        Map<String, String> map = new HashMap<>();
        texts.forEach((key, text) -> {
            if (text.value() != null) {
                map.put(key, text.value());
            }
        });
        return map;
    }

    private static List<String> words(List<Text> words) {
        return words.stream()
                .map(Text::value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable Long number(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
