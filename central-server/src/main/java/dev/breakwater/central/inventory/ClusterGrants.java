package dev.breakwater.central.inventory;

import dev.breakwater.central.platform.AccessScope;
import java.util.List;
import java.util.UUID;

/** What the rights of a cluster (RBAC) give to whom, as far as the sensor sees roles and bindings. */
public interface ClusterGrants {

    /** The most grants of an answer. */
    int MOST = 500;

    /**
     * A rule as it reaches somebody.
     *
     * @param subject {@code ServiceAccount pay/web}, {@code Group ops} or {@code User ann}
     * @param binding the binding, such as {@code ClusterRoleBinding ops}
     * @param role the role, such as {@code ClusterRole edit}
     * @param namespace where it holds; empty = everywhere
     * @param resourceNames single objects that it is limited to; empty = all
     */
    record GrantRow(
            String subject,
            String binding,
            String role,
            String namespace,
            List<String> verbs,
            List<String> resources,
            List<String> resourceNames) {

        public GrantRow {
            verbs = List.copyOf(verbs);
            resources = List.copyOf(resources);
            resourceNames = List.copyOf(resourceNames);
        }
    }

    /**
     * An answer.
     *
     * @param unknown why it cannot be told, in words; empty = it is told. Not seeing is not "nobody"
     * @param grants at most {@link #MOST}
     * @param complete all there are
     */
    record Answer(String unknown, List<GrantRow> grants, boolean complete) {

        public Answer {
            grants = List.copyOf(grants);
        }
    }

    /**
     * Who may read a secret through the cluster's API. Whoever may start a pod in its namespace can mount it besides; that is not
     * among them.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such secret in the scope
     */
    Answer readersOfSecret(UUID secret, AccessScope scope);

    /**
     * What a service account may do, by its name or by a group that it is always in.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such account in the scope
     */
    Answer ofServiceAccount(UUID account, AccessScope scope);
}
