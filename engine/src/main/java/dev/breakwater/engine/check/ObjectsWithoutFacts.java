package dev.breakwater.engine.check;

import dev.breakwater.engine.kubernetes.PlainObjects;
import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.Text;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Objects of kinds that are not inventoried: their metadata is judged, and the entries of config maps. */
final class ObjectsWithoutFacts {

    private final PlainObjects plain;

    ObjectsWithoutFacts(SecretGuard guard) {
        this.plain = new PlainObjects(guard);
    }

    Optional<Resource> of(JsonNode object) {
        return plain.metadata(object).map(meta -> new Resource("", meta, plain.kind(object), content(object)));
    }

    private Resource.Content content(JsonNode object) {
        if (!plain.kind(object).equals("ConfigMap")) {
            return new Resource.Other();
        }
        Map<String, Text> entries = plain.guardedTexts(object, "data");
        return new Resource.OfConfigMap(entries);
    }
}
