package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a workload says of its pods. */
final class PodSpecWriter {

    private PodSpecWriter() {}

    static void write(ObjectNode spec, PodTemplate pod) {
        if (!pod.serviceAccount().equals("default")) {
            spec.put("serviceAccountName", pod.serviceAccount());
        }
        if (pod.automountToken() != null) {
            spec.put("automountServiceAccountToken", pod.automountToken());
        }
        flag(spec, "hostNetwork", pod.hostNetwork());
        flag(spec, "hostPID", pod.hostPid());
        flag(spec, "hostIPC", pod.hostIpc());
        flag(spec, "shareProcessNamespace", pod.shareProcessNamespace());
        if (pod.hostUsers() != null) {
            spec.put("hostUsers", pod.hostUsers());
        }
        text(spec, "runtimeClassName", pod.runtimeClass());
        text(spec, "priorityClassName", pod.priorityClass());
        text(spec, "nodeName", pod.nodeName());
        ManifestWriter.labels(spec, "nodeSelector", pod.nodeSelector());
        if (!pod.sysctls().isEmpty()) {
            ArrayNode sysctls = spec.putObject("securityContext").putArray("sysctls");
            new TreeMap<>(pod.sysctls())
                    .forEach((name, value) ->
                            sysctls.addObject().put("name", name).put("value", value));
        }
        if (!pod.imagePullSecrets().isEmpty()) {
            ArrayNode secrets = spec.putArray("imagePullSecrets");
            pod.imagePullSecrets().forEach(secret -> secrets.addObject().put("name", secret));
        }
        containers(spec, "initContainers", pod, Container.Type.INIT);
        containers(spec, "containers", pod, Container.Type.REGULAR);
        containers(spec, "ephemeralContainers", pod, Container.Type.EPHEMERAL);
        if (!pod.volumes().isEmpty()) {
            ArrayNode volumes = spec.putArray("volumes");
            pod.volumes().forEach(volume -> volume(volumes.addObject(), volume));
        }
    }

    private static void containers(ObjectNode spec, String field, PodTemplate pod, Container.Type type) {
        List<Container> some =
                pod.containers().stream().filter(c -> c.type() == type).toList();
        if (!some.isEmpty()) {
            ArrayNode array = spec.putArray(field);
            some.forEach(container -> ContainerWriter.write(array.addObject(), container));
        }
    }

    private static void volume(ObjectNode node, Volume volume) {
        node.put("name", volume.name());
        ObjectNode source = node.putObject(volume.type());
        String lead = volume.source();
        switch (volume.type()) {
            case "hostPath" -> source.put("path", lead);
            case "secret" -> source.put("secretName", lead);
            case "configMap" -> source.put("name", lead);
            case "persistentVolumeClaim" -> source.put("claimName", lead);
            case "csi", "flexVolume" -> source.put("driver", lead);
            case "nfs" -> pair(source, lead, "server", "path");
            case "glusterfs" -> pair(source, lead, "endpoints", "path");
            case "iscsi" -> pair(source, lead, "targetPortal", "iqn");
            case "emptyDir" -> text(source, "medium", lead);
            case "image" -> source.put("reference", lead);
            case "cephfs", "rbd" -> List.of(lead.split(",")).forEach(source.putArray("monitors")::add);
            case "awsElasticBlockStore", "cinder" -> source.put("volumeID", lead);
            case "gcePersistentDisk" -> source.put("pdName", lead);
            case "azureDisk" -> source.put("diskName", lead);
            case "azureFile" -> source.put("shareName", lead);
            case "vsphereVolume" -> source.put("volumePath", lead);
            case "gitRepo" -> source.put("repository", lead);
            default -> {
                // Only its name is known.
            }
        }
        projected(source, volume.sources());
    }

    private static void pair(ObjectNode source, String lead, String first, String second) {
        int colon = lead.indexOf(':');
        source.put(first, colon < 0 ? lead : lead.substring(0, colon));
        source.put(second, colon < 0 ? "" : lead.substring(colon + 1));
    }

    private static void projected(ObjectNode source, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        ArrayNode sources = source.putArray("sources");
        for (String name : names) {
            ObjectNode part = sources.addObject();
            if (name.startsWith("configMap/")) {
                part.putObject("configMap").put("name", name.substring("configMap/".length()));
            } else if (name.equals("serviceAccountToken")
                    || name.equals("downwardAPI")
                    || name.equals("clusterTrustBundle")) {
                part.putObject(name);
            } else {
                part.putObject("secret").put("name", name);
            }
        }
    }

    static void text(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    static void flag(ObjectNode node, String field, boolean flag) {
        if (flag) {
            node.put(field, true);
        }
    }
}
