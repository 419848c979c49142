package dev.breakwater.manifests.check;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out of an object what no policy reads and nobody else should: what a Secret holds, and copies of it. */
public final class WithoutSecrets {

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private WithoutSecrets() {}

    /** The same object, without; the one that is given stays as it is. */
    public static JsonNode of(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(LAST_APPLIED);
            }
        }
        if (copy.path("kind").asString("").equals("Secret")) {
            for (String field : List.of("data", "stringData")) {
                if (copy.path(field) instanceof ObjectNode values) {
                    values.propertyNames().stream().toList().forEach(name -> values.put(name, ""));
                }
            }
        }
        return copy;
    }
}
