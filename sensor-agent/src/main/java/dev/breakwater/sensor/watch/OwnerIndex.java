package dev.breakwater.sensor.watch;

import dev.breakwater.engine.kubernetes.Owner;
import dev.breakwater.engine.kubernetes.Owners;
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

    private final Map<Key, Optional<Owner>> controllers = new ConcurrentHashMap<>();

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
        controllers.remove(new Key(namespace, kind, name));
    }

    /** Whether this object was seen, controlled or not. */
    public boolean knows(Owner owner, String namespace) {
        return controllers.containsKey(new Key(namespace, owner.kind(), owner.name()));
    }

    @Override
    public Optional<Owner> controllerOf(Owner owned, String namespace) {
        @Nullable Optional<Owner> controller = controllers.get(new Key(namespace, owned.kind(), owned.name()));
        return controller == null ? Optional.empty() : controller;
    }
}
