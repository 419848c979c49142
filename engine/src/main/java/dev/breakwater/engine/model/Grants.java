package dev.breakwater.engine.model;

import java.util.List;

/**
 * What the service account of a workload may do in the cluster's API.
 *
 * @param level the coarse level
 * @param grants every rule that reaches the account, with the binding that brings it
 */
public record Grants(Level level, List<Grant> grants) {

    /** How far the permissions reach beyond what every account has, least first. */
    public enum Level {
        /** Nothing of its own. */
        NONE,
        /** Reading only, or nothing that matters, in its namespace. */
        DEFAULT,
        /** Writing, or secrets, in a namespace. */
        ELEVATED_IN_NAMESPACE,
        /** Anything beyond discovery in the whole cluster. */
        ELEVATED_CLUSTER_WIDE,
        /** All verbs on all resources in the whole cluster. */
        CLUSTER_ADMIN
    }

    /**
     * One rule as it reaches the account.
     *
     * @param binding the binding, such as {@code ClusterRoleBinding ops}
     * @param role the role, such as {@code ClusterRole edit}
     * @param namespace where it holds; empty = everywhere
     */
    public record Grant(String binding, String role, String namespace, Role.Rule rule) {}

    public Grants {
        grants = List.copyOf(grants);
    }
}
