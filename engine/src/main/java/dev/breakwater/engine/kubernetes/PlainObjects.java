package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what objects of any kind have in common. */
public final class PlainObjects {

    private static final int MOST_FIELDS = 2_000;
    private static final Set<String> SECRET_PARTS = Set.of("data", "stringData");

    private final SecretGuard guard;
    private final Metadata metadata;

    /** @param guard asked for every text that might be a secret */
    public PlainObjects(SecretGuard guard) {
        this.guard = guard;
        this.metadata = new Metadata(guard);
    }

    /** The kind as the object says it. */
    public String kind(JsonNode object) {
        return Tree.text(object, "kind");
    }

    /** The metadata, empty for an object without a name. */
    public Optional<ObjectMeta> metadata(JsonNode object) {
        return Metadata.name(object).isEmpty() ? Optional.empty() : Optional.of(metadata.namespaced(object));
    }

    /**
     * The single values of an object by their path, each as the guard lets it pass; the first {@value #MOST_FIELDS} of them.
     * What a Secret holds is left out.
     */
    public Map<String, Text> fields(JsonNode object) {
        Map<String, Text> found = new TreeMap<>();
        boolean secret = kind(object).equals("Secret");
        object.properties().forEach(entry -> {
            if (!secret || !SECRET_PARTS.contains(entry.getKey())) {
                add(found, entry.getKey(), entry.getKey(), entry.getValue());
            }
        });
        return found;
    }

    private void add(Map<String, Text> found, String path, String key, JsonNode value) {
        if (found.size() >= MOST_FIELDS) {
            return;
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(entry -> add(found, path + "." + entry.getKey(), entry.getKey(), entry.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(found, path + "[" + i + "]", key, value.get(i));
            }
        } else if (!value.isNull()) {
            found.put(path, guard.guardEnv(key, value.asString("")));
        }
    }

    /** The object under a name where it has none: a check says what is wrong with it all the same. */
    public JsonNode named(JsonNode object) {
        if (!Metadata.name(object).isEmpty() || !(object.deepCopy() instanceof ObjectNode copy)) {
            return object;
        }
        if (!(copy.get("metadata") instanceof ObjectNode)) {
            copy.putObject("metadata");
        }
        copy.withObject("/metadata").put("name", "unnamed");
        return copy;
    }

    /** A map of texts, each as the guard lets it pass. */
    public Map<String, Text> guardedTexts(JsonNode object, String path) {
        Map<String, Text> guarded = new TreeMap<>();
        Tree.textMap(object, path).forEach((key, value) -> guarded.put(key, guard.guardEnv(key, value)));
        return guarded;
    }
}
