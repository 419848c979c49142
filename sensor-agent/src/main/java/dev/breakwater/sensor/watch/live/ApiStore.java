package dev.breakwater.sensor.watch.live;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The store of an informer that keeps no objects. Whatever the informer puts in is translated at once; what stays is the
 * resource version, by which the informer tells news from repetition, and the ids of the facts. So no value of a secret
 * outlives the event that brought it.
 */
final class ApiStore implements ItemStore<GenericKubernetesResource> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Held(String resourceVersion, List<UUID> facts) {}

    private final String kind;
    private final boolean namespaced;
    private final LiveObjects objects;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    ApiStore(String kind, boolean namespaced, LiveObjects objects) {
        this.kind = kind;
        this.namespaced = namespaced;
        this.objects = objects;
    }

    @Override
    public String getKey(GenericKubernetesResource object) {
        ObjectMeta meta = object.getMetadata();
        return (namespaced ? Objects.requireNonNullElse(meta.getNamespace(), "default") : "") + "/" + meta.getName();
    }

    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        @Nullable Held before = held.get(key);
        String version = Objects.requireNonNullElse(object.getMetadata().getResourceVersion(), "");
        if (before != null && !version.isEmpty() && before.resourceVersion().equals(version)) {
            return stub(key, before);
        }
        // Items of a list come without their kind.
        object.setKind(kind);
        JsonNode tree = JSON.valueToTree(object);
        List<UUID> facts = objects.seen(kind, key, tree, before == null ? List.of() : before.facts());
        held.put(key, new Held(version, facts));
        return before == null ? null : stub(key, before);
    }

    @Override
    public @Nullable GenericKubernetesResource remove(String key) {
        @Nullable Held before = held.remove(key);
        if (before == null) {
            return null;
        }
        int slash = key.indexOf('/');
        objects.gone(kind, key.substring(0, slash), key.substring(slash + 1), before.facts());
        return stub(key, before);
    }

    @Override
    public Stream<String> keySet() {
        return held.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return held.entrySet().stream().map(entry -> stub(entry.getKey(), entry.getValue()));
    }

    @Override
    public @Nullable GenericKubernetesResource get(String key) {
        @Nullable Held there = held.get(key);
        return there == null ? null : stub(key, there);
    }

    @Override
    public int size() {
        return held.size();
    }

    /** The informer must not expect whole objects back. */
    @Override
    public boolean isFullState() {
        return false;
    }

    private GenericKubernetesResource stub(String key, Held there) {
        int slash = key.indexOf('/');
        ObjectMeta meta = new ObjectMeta();
        meta.setNamespace(namespaced ? key.substring(0, slash) : null);
        meta.setName(key.substring(slash + 1));
        meta.setResourceVersion(there.resourceVersion());
        GenericKubernetesResource stub = new GenericKubernetesResource();
        stub.setKind(kind);
        stub.setMetadata(meta);
        return stub;
    }
}
