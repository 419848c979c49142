package dev.breakwater.central.inventory.internal;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Endpoints;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was read of one cluster around some of its workloads, and the surroundings of each of them. */
final class ClusterSurroundings {

    private final String cluster;
    private final KindSight sight;
    private final Map<String, Map<Class<?>, List<ClusterObject>>> byNamespace = new HashMap<>();
    private final Map<String, Namespace> namespaces = new HashMap<>();
    private final Map<String, ServiceAccount> accounts = new HashMap<>();
    /** By subject; a binding can be large, so it is known by its id. */
    private final Map<String, Set<UUID>> bindingIds = new HashMap<>();

    private final Map<UUID, RoleBinding> bindings = new HashMap<>();
    private final Map<UUID, UUID> roleOf = new HashMap<>();
    private final Map<UUID, Role> roles = new HashMap<>();
    private final Map<UUID, List<Pod>> pods = new HashMap<>();
    private long revision;

    ClusterSurroundings(String cluster, KindSight sight) {
        this.cluster = cluster;
        this.sight = sight;
    }

    void add(ClusterObject object, long objectRevision) {
        revision = Math.max(revision, objectRevision);
        switch (object) {
            case Namespace namespace -> namespaces.put(namespace.meta().name(), namespace);
            case ServiceAccount account ->
                accounts.put(
                        Subjects.account(
                                account.meta().namespace(), account.meta().name()),
                        account);
            default ->
                byNamespace
                        .computeIfAbsent(object.meta().namespace(), key -> new HashMap<>())
                        .computeIfAbsent(object.getClass(), key -> new ArrayList<>())
                        .add(object);
        }
    }

    void addBinding(UUID id, List<String> subjects, RoleBinding binding, UUID roleId, long objectRevision) {
        revision = Math.max(revision, objectRevision);
        subjects.forEach(subject -> bindingIds
                .computeIfAbsent(subject, key -> new LinkedHashSet<>())
                .add(id));
        bindings.put(id, binding);
        roleOf.put(id, roleId);
    }

    void addRole(UUID id, Role role, long objectRevision) {
        revision = Math.max(revision, objectRevision);
        roles.put(id, role);
    }

    void addPod(UUID workloadId, Pod pod, long objectRevision) {
        revision = Math.max(revision, objectRevision);
        pods.computeIfAbsent(workloadId, key -> new ArrayList<>()).add(pod);
    }

    long revision() {
        return revision;
    }

    Surroundings around(UUID workloadId, WorkloadSpec spec, @Nullable Map<String, ImageDetails> images) {
        String namespace = spec.meta().namespace();
        String account = spec.template().serviceAccount();
        Set<UUID> reaching = bindingsOf(namespace, account);
        return new Surroundings(
                cluster,
                sight.observe(ObjectKind.NAMESPACE, () -> Optional.ofNullable(namespaces.get(namespace))),
                sight.observe(ObjectKind.SERVICE, () -> in(namespace, Service.class)),
                sight.observe(ObjectKind.ENDPOINTS, () -> in(namespace, Endpoints.class)),
                sight.observe(ObjectKind.INGRESS, () -> in(namespace, Ingress.class)),
                sight.observe(ObjectKind.NETWORK_POLICY, () -> in(namespace, NetworkPolicy.class)),
                sight.observe(
                        ObjectKind.SERVICE_ACCOUNT,
                        () -> Optional.ofNullable(accounts.get(Subjects.account(namespace, account)))),
                sight.observe(
                        ObjectKind.ROLE_BINDING,
                        () -> reaching.stream().map(bindings::get).toList()),
                sight.observe(ObjectKind.ROLE, () -> rolesOf(reaching)),
                sight.observe(ObjectKind.POD, () -> pods.getOrDefault(workloadId, List.of())),
                images == null ? Map.of() : images);
    }

    @SuppressWarnings("unchecked")
    private <T extends ClusterObject> List<T> in(String namespace, Class<T> type) {
        return (List<T>) byNamespace.getOrDefault(namespace, Map.of()).getOrDefault(type, List.of());
    }

    private Set<UUID> bindingsOf(String namespace, String account) {
        Set<UUID> reaching = new LinkedHashSet<>();
        for (String subject : Subjects.ofAccount(namespace, account)) {
            reaching.addAll(bindingIds.getOrDefault(subject, Set.of()));
        }
        return reaching;
    }

    private List<Role> rolesOf(Set<UUID> reaching) {
        return reaching.stream()
                .map(roleOf::get)
                .distinct()
                .map(roles::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
