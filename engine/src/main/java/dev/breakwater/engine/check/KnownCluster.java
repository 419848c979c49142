package dev.breakwater.engine.check;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ObjectKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known, beside a set of manifests, of the cluster that they are for. An object of the set stands in the place of the
 * one that is known by the same identity.
 *
 * @param seen kinds of which the objects are all there are in the namespaces of the set; of others there may be more
 * @param objects what is in these namespaces, and cluster-scoped roles and bindings
 * @param images what is known of images, by canonical name
 */
public record KnownCluster(Set<ObjectKind> seen, Collection<ClusterObject> objects, Map<String, ImageDetails> images) {

    /** Nothing is known beside the set. */
    public static final KnownCluster NONE = new KnownCluster(Set.of(), List.of(), Map.of());

    /** Tells what is known around a set; asked once for each. */
    @FunctionalInterface
    public interface Source {

        /** Knows nothing. */
        Source NONE = set -> KnownCluster.NONE;

        /**
         * What is known of the cluster around these objects.
         *
         * @param set the facts of the manifests, never empty
         */
        KnownCluster around(Collection<ClusterObject> set);
    }

    public KnownCluster {
        seen = Set.copyOf(seen);
        objects = List.copyOf(objects);
        images = Map.copyOf(images);
    }
}
