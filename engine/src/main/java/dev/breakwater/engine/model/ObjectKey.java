package dev.breakwater.engine.model;

import java.util.UUID;

/**
 * The identity of an object within its cluster.
 *
 * @param kind the kind as Breakwater sorts it
 * @param kindName the kind as Kubernetes spells it; for a workload {@code Deployment}, {@code Rollout} …
 * @param namespace the namespace, empty for cluster-scoped objects
 * @param name the name
 */
public record ObjectKey(ObjectKind kind, String kindName, String namespace, String name) {

    /** The id of this object in the named cluster: UUIDv5 over its identity, the same wherever it is computed. */
    public UUID idIn(String cluster) {
        return NameBasedId.of("object", cluster, kind.name(), kindName, namespace, name);
    }

    /** The id of a workload from its parts. */
    public static UUID workloadId(String cluster, String namespace, String kindName, String name) {
        return new ObjectKey(ObjectKind.WORKLOAD, kindName, namespace, name).idIn(cluster);
    }

    @Override
    public String toString() {
        return kindName + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
