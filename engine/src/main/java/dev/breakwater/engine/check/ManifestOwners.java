package dev.breakwater.engine.check;

import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.Owner;
import dev.breakwater.engine.kubernetes.Owners;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which object controls which, as a set of manifests says it: from a ReplicaSet to its Deployment. */
final class ManifestOwners implements Owners {

    private record Owned(String namespace, String kind, String name) {}

    private final Map<Owned, Optional<Owner>> controllers = new HashMap<>();

    private ManifestOwners() {}

    static ManifestOwners of(List<JsonNode> objects) {
        ManifestOwners owners = new ManifestOwners();
        for (JsonNode object : objects) {
            Optional<Owner> controller = KubernetesTranslation.controllerOf(object);
            if (controller.isPresent()) {
                JsonNode metadata = object.path("metadata");
                String namespace = metadata.path("namespace").asString("");
                owners.controllers.put(
                        new Owned(
                                namespace.isEmpty() ? "default" : namespace,
                                object.path("kind").asString(""),
                                metadata.path("name").asString("")),
                        controller);
            }
        }
        return owners;
    }

    @Override
    public Optional<Owner> controllerOf(Owner owned, String namespace) {
        return controllers.getOrDefault(new Owned(namespace, owned.kind(), owned.name()), Optional.empty());
    }
}
