package dev.breakwater.central.inventory;

import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Resource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads who may do what in a cluster (roles, bindings, service accounts) as policies about objects read it. */
public interface ClusterResources {

    /** The kinds that are read. */
    Set<ObjectKind> KINDS = Set.of(ObjectKind.ROLE, ObjectKind.ROLE_BINDING, ObjectKind.SERVICE_ACCOUNT);

    /** The most objects of a cluster that are read. */
    int MOST = 20_000;

    /**
     * An object.
     *
     * @param id of the object, as everywhere
     */
    record Seen(UUID id, Resource resource) {}

    /**
     * The objects of a cluster.
     *
     * @param unseen kinds that the sensor does not see: none of them seen is not none there
     * @param complete all there are
     */
    record Answer(List<Seen> objects, Set<ObjectKind> unseen, boolean complete) {

        public Answer {
            objects = List.copyOf(objects);
            unseen = Set.copyOf(unseen);
        }
    }

    /** Differs as soon as one of these objects, or what the sensor sees of them, changed. */
    String mark(UUID clusterId);

    Answer of(UUID clusterId);
}
