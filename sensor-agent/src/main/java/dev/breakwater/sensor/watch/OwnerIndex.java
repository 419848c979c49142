package dev.breakwater.sensor.watch;

import dev.breakwater.engine.kubernetes.Owner;
import dev.breakwater.engine.kubernetes.Owners;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers what controls each ReplicaSet, Job and replication controller, so that a pod finds the workload above it. */
public final class OwnerIndex implements Owners {

    /** Kinds that stand between a pod and its workload. */
    public static final Set<String> BETWEEN = Set.of("ReplicaSet", "Job", "ReplicationController");

    private record Key(String namespace, String kind, String name) {}

    /** Of objects that are gone: their last pods are still ending, and still belong to the workload above. */
    private static final int MOST_DEPARTED = 2_000;

    private final Map<Key, Optional<Owner>> controllers = new ConcurrentHashMap<>();
    private final Map<Key, Optional<Owner>> departed = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Owner>> eldest) {
            return size() > MOST_DEPARTED;
        }
    });

    /**
     * Learns of an object.
     *
     * @return whether that is news
     */
    public boolean put(String namespace, String kind, String name, Optional<Owner> controller) {
        Optional<Owner> before = controllers.put(new Key(namespace, kind, name), controller);
        return !controller.equals(before);
    }

    public void remove(String namespace, String kind, String name) {
        Key key = new Key(namespace, kind, name);
        @Nullable Optional<Owner> controller = controllers.remove(key);
        if (controller != null) {
            departed.put(key, controller);
        }
    }

    /** Whether this object was seen, controlled or not. */
    public boolean knows(Owner owner, String namespace) {
        Key key = new Key(namespace, owner.kind(), owner.name());
        return controllers.containsKey(key) || departed.containsKey(key);
    }

    @Override
    public Optional<Owner> controllerOf(Owner owned, String namespace) {
        Key key = new Key(namespace, owned.kind(), owned.name());
        @Nullable Optional<Owner> controller = controllers.get(key);
        return controller == null ? departed.getOrDefault(key, Optional.empty()) : controller;
    }
}
