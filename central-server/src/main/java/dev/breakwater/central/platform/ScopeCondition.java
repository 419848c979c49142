package dev.breakwater.central.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reader's scope as SQL: the one place where it is applied. */
public final class ScopeCondition {

    private ScopeCondition() {}

    /**
     * A condition that holds for what may be seen.
     *
     * @param cluster column of the cluster id, {@code null} for objects that belong to no cluster, which only a reader of
     *     everything may see
     * @param namespace column of the namespace, {@code null} for objects of a whole cluster
     */
    public static String of(
            AccessScope scope, @Nullable String cluster, @Nullable String namespace, SqlParameters parameters) {
        if (scope.everything()) {
            return "true";
        }
        List<String> allowed = new ArrayList<>();
        if (cluster != null && !scope.clusters().isEmpty()) {
            allowed.add(cluster + " in (" + parameters.add(scope.clusters()) + ")");
        }
        if (cluster != null && namespace != null) {
            scope.namespaces()
                    .forEach(ref -> allowed.add("(" + cluster + " = " + parameters.add(ref.clusterId()) + " and "
                            + namespace + " = " + parameters.add(ref.namespace()) + ")"));
        }
        return allowed.isEmpty() ? "false" : allowed.stream().collect(Collectors.joining(" or ", "(", ")"));
    }
}
