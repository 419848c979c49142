package dev.breakwater.engine.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every object carries.
 *
 * @param namespace the namespace, empty for cluster-scoped objects
 * @param uid the Kubernetes uid, empty in folder mode; an attribute, not the identity
 * @param annotations without {@code last-applied-configuration}; values that look secret are replaced by the sensor
 * @param createdAt creation time, {@code null} where the source has none (a folder)
 */
public record ObjectMeta(
        String namespace,
        String name,
        String uid,
        Map<String, String> labels,
        Map<String, Text> annotations,
        @Nullable Instant createdAt) {

    public ObjectMeta {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    public static ObjectMeta of(String namespace, String name) {
        return new ObjectMeta(namespace, name, "", Map.of(), Map.of(), null);
    }
}
