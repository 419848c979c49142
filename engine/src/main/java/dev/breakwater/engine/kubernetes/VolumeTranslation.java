package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the volumes of a pod: every type that Kubernetes has had, and those that it will have by their name alone. */
final class VolumeTranslation {

    private final SecretGuard guard;

    VolumeTranslation(SecretGuard guard) {
        this.guard = guard;
    }

    Volume of(JsonNode volume) {
        // Kubernetes reads a volume that names no type as an emptyDir.
        String type = volume.properties().stream()
                .filter(entry ->
                        !entry.getKey().equals("name") && entry.getValue().isObject())
                .map(Map.Entry::getKey)
                .findFirst()
                .map(Tree::clean)
                .orElse("emptyDir");
        JsonNode source = Tree.at(volume, type);
        return new Volume(Tree.text(volume, "name"), type, lead(type, source), projected(source));
    }

    private String lead(String type, JsonNode source) {
        return switch (type) {
            case "hostPath" -> Tree.text(source, "path");
            case "secret" -> Tree.text(source, "secretName");
            case "configMap" -> Tree.text(source, "name");
            case "persistentVolumeClaim" -> Tree.text(source, "claimName");
            case "csi", "flexVolume" -> Tree.text(source, "driver");
            case "nfs" -> Tree.text(source, "server") + ":" + Tree.text(source, "path");
            case "emptyDir" -> Tree.text(source, "medium");
            case "image" -> Tree.text(source, "reference");
            case "glusterfs" -> Tree.text(source, "endpoints") + ":" + Tree.text(source, "path");
            case "cephfs", "rbd" -> String.join(",", Tree.texts(source, "monitors"));
            case "iscsi" -> Tree.text(source, "targetPortal") + ":" + Tree.text(source, "iqn");
            case "awsElasticBlockStore", "cinder" -> Tree.text(source, "volumeID");
            case "gcePersistentDisk" -> Tree.text(source, "pdName");
            case "azureDisk" -> Tree.text(source, "diskName");
            case "azureFile" -> Tree.text(source, "shareName");
            case "vsphereVolume" -> Tree.text(source, "volumePath");
            // A repository's address may carry a password.
            case "gitRepo" ->
                guard.guardText("repository", Tree.text(source, "repository")).shown();
            default -> "";
        };
    }

    private static List<String> projected(JsonNode source) {
        List<String> names = new ArrayList<>();
        for (JsonNode part : Tree.objects(source, "sources")) {
            if (Tree.has(part, "secret")) {
                names.add(Tree.text(part, "secret.name"));
            } else if (Tree.has(part, "configMap")) {
                names.add("configMap/" + Tree.text(part, "configMap.name"));
            } else {
                part.propertyNames().stream().findFirst().map(Tree::clean).ifPresent(names::add);
            }
        }
        return names;
    }
}
