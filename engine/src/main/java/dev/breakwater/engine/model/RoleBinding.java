package dev.breakwater.engine.model;

import java.util.List;

/**
 * A RoleBinding, or a ClusterRoleBinding when the namespace is empty.
 *
 * @param roleKind {@code Role} or {@code ClusterRole}
 */
public record RoleBinding(ObjectMeta meta, String roleKind, String roleName, List<Subject> subjects)
        implements ClusterObject {

    /**
     * To whom it is granted.
     *
     * @param kind {@code ServiceAccount}, {@code User} or {@code Group}
     * @param namespace of a service account, else empty
     */
    public record Subject(String kind, String namespace, String name) {}

    public RoleBinding {
        subjects = List.copyOf(subjects);
    }

    public boolean isClusterRoleBinding() {
        return meta.namespace().isEmpty();
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ROLE_BINDING;
    }

    @Override
    public String kindName() {
        return isClusterRoleBinding() ? "ClusterRoleBinding" : "RoleBinding";
    }
}
