package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user-facing cluster roles that every API server makes by itself. A folder of manifests binds them without holding
 * them, and a binding to {@code cluster-admin} must not read as granting nothing; in a live cluster the reported role wins.
 * Rules that other software adds to them by aggregation are not in here.
 */
final class BuiltInRoles {

    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> WRITE = List.of("create", "delete", "deletecollection", "patch", "update");
    private static final List<String> APPS = List.of(
            "daemonsets",
            "deployments",
            "deployments/scale",
            "replicasets",
            "replicasets/scale",
            "statefulsets",
            "statefulsets/scale");
    private static final List<String> BATCH = List.of("cronjobs", "jobs");

    private static final List<Role.Rule> VIEW = List.of(
            rule(
                    "",
                    List.of(
                            "bindings",
                            "configmaps",
                            "endpoints",
                            "events",
                            "limitranges",
                            "namespaces",
                            "persistentvolumeclaims",
                            "pods",
                            "pods/log",
                            "pods/status",
                            "replicationcontrollers",
                            "resourcequotas",
                            "serviceaccounts",
                            "services"),
                    READ),
            rule("apps", APPS, READ),
            rule("batch", BATCH, READ),
            rule("autoscaling", List.of("horizontalpodautoscalers"), READ),
            rule("discovery.k8s.io", List.of("endpointslices"), READ),
            rule("networking.k8s.io", List.of("ingresses", "networkpolicies"), READ),
            rule("policy", List.of("poddisruptionbudgets"), READ));

    private static final List<Role.Rule> EDIT = joined(
            VIEW,
            List.of(
                    rule(
                            "",
                            List.of(
                                    "pods/attach",
                                    "pods/exec",
                                    "pods/portforward",
                                    "pods/proxy",
                                    "secrets",
                                    "services/proxy"),
                            READ),
                    rule("", List.of("serviceaccounts"), List.of("impersonate")),
                    rule("", List.of("serviceaccounts/token", "pods/eviction"), List.of("create")),
                    rule(
                            "",
                            List.of(
                                    "configmaps",
                                    "events",
                                    "persistentvolumeclaims",
                                    "pods",
                                    "pods/attach",
                                    "pods/exec",
                                    "pods/portforward",
                                    "pods/proxy",
                                    "replicationcontrollers",
                                    "secrets",
                                    "serviceaccounts",
                                    "services",
                                    "services/proxy"),
                            WRITE),
                    rule("apps", APPS, WRITE),
                    rule("batch", BATCH, WRITE),
                    rule("autoscaling", List.of("horizontalpodautoscalers"), WRITE),
                    rule("networking.k8s.io", List.of("ingresses", "networkpolicies"), WRITE),
                    rule("policy", List.of("poddisruptionbudgets"), WRITE)));

    private static final List<Role.Rule> ADMIN = joined(
            EDIT,
            List.of(
                    rule("authorization.k8s.io", List.of("localsubjectaccessreviews"), List.of("create")),
                    rule("rbac.authorization.k8s.io", List.of("rolebindings", "roles"), READ),
                    rule("rbac.authorization.k8s.io", List.of("rolebindings", "roles"), WRITE)));

    private static final List<Role.Rule> CLUSTER_ADMIN = List.of(
            rule("*", List.of("*"), List.of("*")),
            new Role.Rule(List.of(), List.of(), List.of(), List.of("*"), List.of("*")));

    private static final Map<String, List<Role.Rule>> RULES =
            Map.of("cluster-admin", CLUSTER_ADMIN, "admin", ADMIN, "edit", EDIT, "view", VIEW);

    private BuiltInRoles() {}

    /** The cluster role by a name that Kubernetes itself has given, empty for any other name. */
    static Optional<Role> named(String name) {
        return Optional.ofNullable(RULES.get(name)).map(rules -> new Role(ObjectMeta.of("", name), rules, List.of()));
    }

    private static Role.Rule rule(String group, List<String> resources, List<String> verbs) {
        return new Role.Rule(List.of(group), resources, List.of(), verbs, List.of());
    }

    private static List<Role.Rule> joined(List<Role.Rule> first, List<Role.Rule> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
