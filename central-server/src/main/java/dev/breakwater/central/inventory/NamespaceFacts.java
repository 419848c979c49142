package dev.breakwater.central.inventory;

import dev.breakwater.engine.check.KnownCluster;
import java.util.Collection;
import java.util.UUID;

/** Reads what is known of whole namespaces, for what is not in the cluster yet. */
public interface NamespaceFacts {

    /** The most objects that are read for one question. */
    int MOST_OBJECTS = 60_000;

    /**
     * Everything in these namespaces that says something of others, the namespaces themselves, and what holds for the whole
     * cluster. A kind that the cluster's sensor does not see is not told as seen.
     *
     * @param images canonical names of images to tell of
     * @throws dev.breakwater.central.platform.InvalidRequest if that is more than {@link #MOST_OBJECTS} objects
     */
    KnownCluster around(UUID clusterId, Collection<String> namespaces, Collection<String> images);
}
