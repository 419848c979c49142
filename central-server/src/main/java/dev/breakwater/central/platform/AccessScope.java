package dev.breakwater.central.platform;

import java.util.Set;
import java.util.UUID;

/**
 * What a reader may see. Every query of a service takes one and every list applies it in SQL, so that a forgotten check is
 * a compile error and not a leak.
 *
 * @param everything no limit
 * @param clusters clusters of which everything may be seen
 * @param namespaces single namespaces that may be seen
 */
public record AccessScope(boolean everything, Set<UUID> clusters, Set<NamespaceRef> namespaces) {

    /** One namespace of one cluster. */
    public record NamespaceRef(UUID clusterId, String namespace) {}

    /** Everything there is. */
    public static final AccessScope EVERYTHING = new AccessScope(true, Set.of(), Set.of());

    public AccessScope {
        clusters = Set.copyOf(clusters);
        namespaces = Set.copyOf(namespaces);
    }

    /** One namespace only. */
    public static AccessScope ofNamespace(UUID clusterId, String namespace) {
        return new AccessScope(false, Set.of(), Set.of(new NamespaceRef(clusterId, namespace)));
    }
}
