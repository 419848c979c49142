package dev.breakwater.engine.model;

/** What one Kubernetes object says by itself. Sensors send these, never joined ones. */
public sealed interface ClusterObject
        permits Namespace,
                Node,
                ServiceAccount,
                Role,
                RoleBinding,
                Secret,
                Service,
                Endpoints,
                Ingress,
                NetworkPolicy,
                Pod,
                WorkloadSpec {

    ObjectMeta meta();

    ObjectKind kind();

    /** The identity of this object within its cluster. */
    default ObjectKey key() {
        return new ObjectKey(kind(), kindName(), meta().namespace(), meta().name());
    }

    /** The Kubernetes kind as Kubernetes spells it, such as {@code Deployment} or {@code ClusterRole}. */
    String kindName();
}
