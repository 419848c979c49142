package dev.breakwater.sensor.watch.live;

import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.sensor.watch.DeclaredPolicies;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Set;

/**
 * One resource of the Kubernetes API.
 *
 * @param name as people know it, such as {@code cronjobs.batch}
 * @param kinds which facts come from it
 * @param versions where it is served, best first; old clusters serve only the later ones
 * @param selector labels to select by, empty for all
 * @param page how many objects are asked for at once, which bounds the memory that a list takes
 */
record WatchedApi(
        String name, Set<ObjectKind> kinds, List<ResourceDefinitionContext> versions, String selector, long page) {

    /**
     * Endpoint slices that the control plane made from a service's own selector say nothing new and change with every
     * pod; those made by hand or by other controllers are read.
     */
    private static final String NOT_FROM_SELECTORS =
            "endpointslice.kubernetes.io/managed-by!=endpointslice-controller.k8s.io";

    private static final long PAGE = 100;

    /** A secret may be of a megabyte, and those that keep the releases of Helm often are. */
    private static final long PAGE_OF_SECRETS = 8;

    /** All that is watched, in the order in which it is first read: what others depend on, owners before pods. */
    static final List<WatchedApi> ALL = List.of(
            cluster("namespaces", ObjectKind.NAMESPACE, "Namespace", "v1"),
            cluster("nodes", ObjectKind.NODE, "Node", "v1"),
            of("serviceaccounts", ObjectKind.SERVICE_ACCOUNT, "ServiceAccount", "v1"),
            cluster("clusterroles", ObjectKind.ROLE, "ClusterRole", "rbac.authorization.k8s.io/v1"),
            of("roles", ObjectKind.ROLE, "Role", "rbac.authorization.k8s.io/v1"),
            cluster(
                    "clusterrolebindings",
                    ObjectKind.ROLE_BINDING,
                    "ClusterRoleBinding",
                    "rbac.authorization.k8s.io/v1"),
            of("rolebindings", ObjectKind.ROLE_BINDING, "RoleBinding", "rbac.authorization.k8s.io/v1"),
            secrets(),
            of("services", ObjectKind.SERVICE, "Service", "v1"),
            slices(),
            of("ingresses", ObjectKind.INGRESS, "Ingress", "networking.k8s.io/v1", "networking.k8s.io/v1beta1"),
            of("networkpolicies", ObjectKind.NETWORK_POLICY, "NetworkPolicy", "networking.k8s.io/v1"),
            of("replicasets", ObjectKind.WORKLOAD, "ReplicaSet", "apps/v1"),
            of("jobs", ObjectKind.WORKLOAD, "Job", "batch/v1"),
            of("replicationcontrollers", ObjectKind.WORKLOAD, "ReplicationController", "v1"),
            of("deployments", ObjectKind.WORKLOAD, "Deployment", "apps/v1"),
            of("statefulsets", ObjectKind.WORKLOAD, "StatefulSet", "apps/v1"),
            of("daemonsets", ObjectKind.WORKLOAD, "DaemonSet", "apps/v1"),
            of("cronjobs", ObjectKind.WORKLOAD, "CronJob", "batch/v1", "batch/v1beta1"),
            pods());

    /** Policies that the cluster declares itself; no facts come from them. */
    static final WatchedApi SECURITY_POLICIES = new WatchedApi(
            "securitypolicies." + DeclaredPolicies.GROUP,
            Set.of(),
            contexts(true, "securitypolicies", DeclaredPolicies.KIND, DeclaredPolicies.GROUP + "/v1alpha1"),
            "",
            PAGE);

    private static WatchedApi of(String plural, ObjectKind kind, String name, String... versions) {
        return new WatchedApi(
                named(plural, versions[0]), Set.of(kind), contexts(true, plural, name, versions), "", PAGE);
    }

    private static WatchedApi cluster(String plural, ObjectKind kind, String name, String... versions) {
        return new WatchedApi(
                named(plural, versions[0]), Set.of(kind), contexts(false, plural, name, versions), "", PAGE);
    }

    private static WatchedApi slices() {
        String[] versions = {"discovery.k8s.io/v1", "discovery.k8s.io/v1beta1"};
        return new WatchedApi(
                named("endpointslices", versions[0]),
                Set.of(ObjectKind.ENDPOINTS),
                contexts(true, "endpointslices", "EndpointSlice", versions),
                NOT_FROM_SELECTORS,
                PAGE);
    }

    private static WatchedApi secrets() {
        return new WatchedApi(
                "secrets", Set.of(ObjectKind.SECRET), contexts(true, "secrets", "Secret", "v1"), "", PAGE_OF_SECRETS);
    }

    private static WatchedApi pods() {
        return new WatchedApi(
                "pods", Set.of(ObjectKind.POD, ObjectKind.WORKLOAD), contexts(true, "pods", "Pod", "v1"), "", PAGE);
    }

    private static String named(String plural, String version) {
        int slash = version.indexOf('/');
        return slash < 0 ? plural : plural + "." + version.substring(0, slash);
    }

    private static List<ResourceDefinitionContext> contexts(
            boolean namespaced, String plural, String kind, String... versions) {
        return java.util.Arrays.stream(versions)
                .map(version -> {
                    int slash = version.indexOf('/');
                    return new ResourceDefinitionContext.Builder()
                            .withGroup(slash < 0 ? "" : version.substring(0, slash))
                            .withVersion(version.substring(slash + 1))
                            .withKind(kind)
                            .withPlural(plural)
                            .withNamespaced(namespaced)
                            .build();
                })
                .toList();
    }
}
