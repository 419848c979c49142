package dev.breakwater.cli.cluster;

import dev.breakwater.engine.model.ObjectKind;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One resource that is listed.
 *
 * @param kind what kind of fact comes from it
 * @param versions where it is served, best first
 * @param page how many objects are asked for at once
 */
record ReadApi(String name, ObjectKind kind, String kindName, List<ResourceDefinitionContext> versions, long page) {

    private static final long PAGE = 250;
    private static final long PAGE_OF_SECRETS = 20;

    /** All that is read; pods last, since most are told by what controls them. */
    static final List<ReadApi> ALL = List.of(
            api(false, "namespaces", ObjectKind.NAMESPACE, "Namespace", "v1"),
            api(true, "serviceaccounts", ObjectKind.SERVICE_ACCOUNT, "ServiceAccount", "v1"),
            api(false, "clusterroles", ObjectKind.ROLE, "ClusterRole", "rbac.authorization.k8s.io/v1"),
            api(true, "roles", ObjectKind.ROLE, "Role", "rbac.authorization.k8s.io/v1"),
            api(
                    false,
                    "clusterrolebindings",
                    ObjectKind.ROLE_BINDING,
                    "ClusterRoleBinding",
                    "rbac.authorization.k8s.io/v1"),
            api(true, "rolebindings", ObjectKind.ROLE_BINDING, "RoleBinding", "rbac.authorization.k8s.io/v1"),
            api(true, "secrets", ObjectKind.SECRET, "Secret", "v1"),
            api(true, "services", ObjectKind.SERVICE, "Service", "v1"),
            api(
                    true,
                    "endpointslices",
                    ObjectKind.ENDPOINTS,
                    "EndpointSlice",
                    "discovery.k8s.io/v1",
                    "discovery.k8s.io/v1beta1"),
            api(true, "ingresses", ObjectKind.INGRESS, "Ingress", "networking.k8s.io/v1", "networking.k8s.io/v1beta1"),
            api(true, "networkpolicies", ObjectKind.NETWORK_POLICY, "NetworkPolicy", "networking.k8s.io/v1"),
            api(true, "deployments", ObjectKind.WORKLOAD, "Deployment", "apps/v1"),
            api(true, "statefulsets", ObjectKind.WORKLOAD, "StatefulSet", "apps/v1"),
            api(true, "daemonsets", ObjectKind.WORKLOAD, "DaemonSet", "apps/v1"),
            api(true, "cronjobs", ObjectKind.WORKLOAD, "CronJob", "batch/v1", "batch/v1beta1"),
            api(true, "replicasets", ObjectKind.WORKLOAD, "ReplicaSet", "apps/v1"),
            api(true, "jobs", ObjectKind.WORKLOAD, "Job", "batch/v1"),
            api(true, "replicationcontrollers", ObjectKind.WORKLOAD, "ReplicationController", "v1"),
            api(true, "pods", ObjectKind.WORKLOAD, "Pod", "v1"));

    private static ReadApi api(
            boolean namespaced, String plural, ObjectKind kind, String kindName, String... versions) {
        List<ResourceDefinitionContext> contexts = Stream.of(versions)
                .map(version -> {
                    int slash = version.indexOf('/');
                    return new ResourceDefinitionContext.Builder()
                            .withGroup(slash < 0 ? "" : version.substring(0, slash))
                            .withVersion(version.substring(slash + 1))
                            .withKind(kindName)
                            .withPlural(plural)
                            .withNamespaced(namespaced)
                            .build();
                })
                .toList();
        return new ReadApi(plural, kind, kindName, contexts, kind == ObjectKind.SECRET ? PAGE_OF_SECRETS : PAGE);
    }

    /** What the control plane made of a service's own selector says nothing new. */
    @Nullable
    String selector() {
        return kind == ObjectKind.ENDPOINTS
                ? "endpointslice.kubernetes.io/managed-by!=endpointslice-controller.k8s.io"
                : null;
    }

    String apiVersion(ResourceDefinitionContext version) {
        String group = version.getGroup();
        return group == null || group.isEmpty() ? version.getVersion() : group + "/" + version.getVersion();
    }
}
