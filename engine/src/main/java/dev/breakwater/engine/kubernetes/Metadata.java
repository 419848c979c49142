package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@code metadata}. */
final class Metadata {

    /** The copy of the whole object that kubectl leaves behind, which may hold what the object itself no longer shows. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** Where kubectl puts an object that names no namespace. */
    private static final String DEFAULT_NAMESPACE = "default";

    private final SecretGuard guard;

    Metadata(SecretGuard guard) {
        this.guard = guard;
    }

    ObjectMeta namespaced(JsonNode object) {
        return of(object, Tree.textOr(object, "metadata.namespace", DEFAULT_NAMESPACE));
    }

    ObjectMeta clusterScoped(JsonNode object) {
        return of(object, "");
    }

    private ObjectMeta of(JsonNode object, String namespace) {
        JsonNode metadata = Tree.at(object, "metadata");
        return new ObjectMeta(
                namespace,
                name(object),
                Tree.text(metadata, "uid"),
                Tree.textMap(metadata, "labels"),
                annotations(metadata),
                Tree.instantOrNull(metadata, "creationTimestamp"));
    }

    /** The name; of an object that leaves it to the API server ({@code generateName}) the part that is known. */
    static String name(JsonNode object) {
        return Tree.textOr(object, "metadata.name", Tree.text(object, "metadata.generateName"));
    }

    /** The guarded annotations of a {@code metadata} node. */
    Map<String, Text> annotations(JsonNode metadata) {
        Map<String, Text> guarded = new HashMap<>();
        Tree.textMap(metadata, "annotations").forEach((key, value) -> {
            if (!key.equals(LAST_APPLIED)) {
                guarded.put(key, guard.guardText(key, value));
            }
        });
        return guarded;
    }

    static Optional<Owner> controller(JsonNode object) {
        return Tree.objects(object, "metadata.ownerReferences").stream()
                .filter(reference -> Tree.flag(reference, "controller"))
                .findFirst()
                .map(reference -> new Owner(
                        Tree.text(reference, "apiVersion"),
                        Tree.text(reference, "kind"),
                        Tree.text(reference, "name")));
    }
}
