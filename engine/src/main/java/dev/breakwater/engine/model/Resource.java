package dev.breakwater.engine.model;

import java.util.List;
import java.util.Map;

/**
 * An object other than a workload with what others say of it, as policies about objects judge it.
 *
 * @param cluster the cluster's name, empty in a folder of manifests
 * @param kind the kind as Kubernetes spells it: {@code ClusterRole}, {@code Ingress} …
 * @param content what objects of its kind say
 * @param fields the single values of its manifest by their path ({@code spec.rules[0].host}), unknown where none was seen
 */
public record Resource(
        String cluster, ObjectMeta meta, String kind, Content content, Observed<Map<String, Text>> fields) {

    /** One of which no manifest was seen. */
    public Resource(String cluster, ObjectMeta meta, String kind, Content content) {
        this(
                cluster,
                meta,
                kind,
                content,
                Observed.unknown(UnknownReason.NOT_COLLECTED, "The text of the object was not seen."));
    }

    /** The same with the fields of its manifest. */
    public Resource withFields(Map<String, Text> found) {
        return new Resource(cluster, meta, kind, content, Observed.known(found));
    }

    /** What an object of each kind says. */
    public sealed interface Content {}

    /** A Role or ClusterRole. */
    public record OfRole(List<Role.Rule> rules) implements Content {
        public OfRole {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A RoleBinding or ClusterRoleBinding.
     *
     * @param rules what its role grants; nothing if there is no such role, unknown if roles were not seen
     * @param roleExists whether there is the role
     */
    public record OfBinding(
            String roleKind,
            String roleName,
            Observed<List<Role.Rule>> rules,
            Observed<Boolean> roleExists,
            List<RoleBinding.Subject> subjects)
            implements Content {
        public OfBinding {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * A Service.
     *
     * @param selected the workloads that it leads to; unknown if workloads were not seen, or if others make its endpoints
     */
    public record OfService(Service service, Observed<List<String>> selected) implements Content {}

    /**
     * An Ingress or Route.
     *
     * @param leadingNowhere its backends whose service or port there is not, unknown if services were not seen
     */
    public record OfIngress(Ingress ingress, Observed<List<String>> leadingNowhere) implements Content {}

    /**
     * A NetworkPolicy.
     *
     * @param selected the workloads that it isolates, unknown if workloads were not seen
     */
    public record OfNetworkPolicy(NetworkPolicy policy, Observed<List<String>> selected) implements Content {}

    /** A ConfigMap with its entries; values that look secret are taken out as everywhere. */
    public record OfConfigMap(Map<String, Text> entries) implements Content {
        public OfConfigMap {
            entries = Map.copyOf(entries);
        }
    }

    /** A ServiceAccount. */
    public record OfServiceAccount(ServiceAccount account) implements Content {}

    /** Any other kind, of which only the metadata is judged. */
    public record Other() implements Content {}
}
