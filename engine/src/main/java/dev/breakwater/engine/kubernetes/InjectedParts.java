package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.VolumeMount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes out of a pod what the cluster put in, so that the pod reads like the manifest that it was made from, and so that
 * two pods of one owner read the same.
 */
final class InjectedParts {

    private static final String TOKEN_VOLUME = "kube-api-access-";

    /** The sources of the token volume; one with any other is not the cluster's own and stays. */
    private static final Set<String> TOKEN_SOURCES = Set.of(
            "serviceAccountToken", "configMap/kube-root-ca.crt", "configMap/openshift-service-ca.crt", "downwardAPI");

    private static final Set<String> LABELS_OF_ONE_POD = Set.of(
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "controller-revision-hash",
            "pod-template-hash",
            "strimzi.io/pod-name",
            "strimzi.io/revision");

    private InjectedParts() {}

    /** Without the volume by which the token of the service account comes in, and its mounts. */
    static PodTemplate without(PodTemplate pod) {
        return rebuilt(pod, pod.labels(), pod.nodeName());
    }

    /** Also without the node and the labels that only this pod has. */
    static PodTemplate withoutTracesOfOnePod(PodTemplate pod) {
        Map<String, String> labels = new TreeMap<>(pod.labels());
        labels.keySet().removeAll(LABELS_OF_ONE_POD);
        return rebuilt(pod, labels, "");
    }

    private static PodTemplate rebuilt(PodTemplate pod, Map<String, String> labels, String nodeName) {
        Set<String> injected = pod.volumes().stream()
                .filter(InjectedParts::isTokenVolume)
                .map(Volume::name)
                .collect(Collectors.toSet());
        return new PodTemplate(
                pod.path(),
                labels,
                pod.annotations(),
                pod.serviceAccount(),
                pod.automountToken(),
                pod.hostNetwork(),
                pod.hostPid(),
                pod.hostIpc(),
                pod.shareProcessNamespace(),
                pod.hostUsers(),
                pod.runtimeClass(),
                pod.priorityClass(),
                nodeName,
                pod.nodeSelector(),
                pod.sysctls(),
                pod.imagePullSecrets(),
                pod.volumes().stream().filter(volume -> !isTokenVolume(volume)).toList(),
                pod.containers().stream()
                        .map(container -> withoutMounts(container, injected))
                        .toList());
    }

    private static boolean isTokenVolume(Volume volume) {
        return volume.name().startsWith(TOKEN_VOLUME)
                && volume.type().equals("projected")
                && TOKEN_SOURCES.containsAll(volume.sources());
    }

    private static Container withoutMounts(Container container, Set<String> volumes) {
        List<VolumeMount> mounts = container.mounts().stream()
                .filter(mount -> !volumes.contains(mount.volume()))
                .toList();
        return new Container(
                container.path(),
                container.name(),
                container.type(),
                container.restartsAlways(),
                container.image(),
                container.command(),
                container.args(),
                container.env(),
                container.ports(),
                container.resources(),
                container.security(),
                container.probes(),
                mounts,
                container.pullPolicy());
    }
}
