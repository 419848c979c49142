package dev.breakwater.engine.kubernetes;

import java.util.Optional;

/** Knows the controllers of objects that the translation is not given, such as the Deployment of a pod's ReplicaSet. */
@FunctionalInterface
public interface Owners {

    /** Nothing but the object itself is known: a pod of a ReplicaSet counts as the ReplicaSet's. */
    Owners NONE = (owned, namespace) -> Optional.empty();

    /** The controller of an owner, empty if it has none or is not known. */
    Optional<Owner> controllerOf(Owner owned, String namespace);
}
