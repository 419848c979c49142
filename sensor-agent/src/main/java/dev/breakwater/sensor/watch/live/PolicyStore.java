package dev.breakwater.sensor.watch.live;

import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.Declarations.Declared;
import dev.breakwater.sensor.facts.Declarations.Told;
import dev.breakwater.sensor.watch.DeclaredPolicies;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The store of the informer of security policies: of each only what is sent of it. */
final class PolicyStore implements ItemStore<GenericKubernetesResource> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Documents beyond these are not kept: they would not be sent. */
    private static final int MOST_KEPT = 2 * Declarations.MOST;

    private record Held(String resourceVersion, Declared declared) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** What is declared now. */
    Told told() {
        return DeclaredPolicies.bounded(
                held.values().stream().map(Held::declared).toList(), false);
    }

    @Override
    public String getKey(GenericKubernetesResource object) {
        ObjectMeta meta = object.getMetadata();
        return Objects.requireNonNullElse(meta.getNamespace(), "default") + "/" + meta.getName();
    }

    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        Declared declared = DeclaredPolicies.of(JSON.valueToTree(object));
        if (held.size() >= MOST_KEPT) {
            declared = new Declared(declared.namespace(), declared.name(), "");
        }
        String version = Objects.requireNonNullElse(object.getMetadata().getResourceVersion(), "");
        @Nullable Held before = held.put(key, new Held(version, declared));
        return before == null ? null : stub(before);
    }

    @Override
    public @Nullable GenericKubernetesResource remove(String key) {
        @Nullable Held before = held.remove(key);
        return before == null ? null : stub(before);
    }

    @Override
    public Stream<String> keySet() {
        return held.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return held.values().stream().map(PolicyStore::stub);
    }

    @Override
    public @Nullable GenericKubernetesResource get(String key) {
        @Nullable Held there = held.get(key);
        return there == null ? null : stub(there);
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

    private static GenericKubernetesResource stub(Held there) {
        ObjectMeta meta = new ObjectMeta();
        meta.setNamespace(there.declared().namespace());
        meta.setName(there.declared().name());
        meta.setResourceVersion(there.resourceVersion());
        GenericKubernetesResource stub = new GenericKubernetesResource();
        stub.setKind(DeclaredPolicies.KIND);
        stub.setMetadata(meta);
        return stub;
    }
}
