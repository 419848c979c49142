package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.SqlParameters;
import java.util.UUID;

/**
 * A part of the fleet that results are asked for.
 *
 * @param owner only workloads that this team answers for, empty = all
 */
record Part(AccessScope scope, String owner) {

    static final Part WHOLE = new Part(AccessScope.EVERYTHING, "");

    /** Whether all of a cluster lies in it, so that what was added up of the cluster answers. */
    boolean isWhole(UUID cluster) {
        return owner.isEmpty() && (scope.everything() || scope.clusters().contains(cluster));
    }

    /** Whether anything of a cluster lies in it. */
    boolean touches(UUID cluster) {
        return scope.everything()
                || scope.clusters().contains(cluster)
                || scope.namespaces().stream().anyMatch(ref -> ref.clusterId().equals(cluster));
    }

    /** A condition on workloads that the owner answers for. */
    String ownerCondition(String workloads, SqlParameters sql) {
        return owner.isEmpty() ? "true" : "lower(" + workloads + ".team) = lower(" + sql.add(owner) + ")";
    }
}
